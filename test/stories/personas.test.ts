import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { playPersona, type Persona } from '../../scripts/play-persona';
import { judgePersona } from './judge-persona';
import { storyParts } from './story-parts';

const parts = storyParts();
const files = [join(__dirname, 'personas.jsonl'), join(__dirname, '..', 'personas', 'strangers-2.jsonl')];
const personas = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Persona),
);

/** Invented lives, played from the first sentence to the end. */
test.each(personas.map((persona) => [`${persona.id} ${persona.title}`, persona] as const))(
  '%s',
  (_, persona) => {
    expect(judgePersona(persona, playPersona(parts, persona))).toEqual([]);
  },
);
