// natural has no types for its subpaths, and its top level must not be loaded (docs/decisions/0004-libraries.md).
declare module 'natural/lib/natural/stemmers/porter_stemmer' {
  const PorterStemmer: { stem(word: string): string };
  export = PorterStemmer;
}
