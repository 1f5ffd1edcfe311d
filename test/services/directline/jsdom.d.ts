/** As much of jsdom as the official client needs; its own types are of another version than what we use. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options: { readonly url: string });
    readonly window: {
      readonly XMLHttpRequest: unknown;
      readonly FormData: unknown;
      readonly Blob: typeof Blob;
      readonly close: () => void;
    };
  }
}
