import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { playPersona, type Persona } from '../../scripts/play-persona';
import { judgePersona } from './judge-persona';
import { storyParts } from './story-parts';

const parts = storyParts();
const personas = readFileSync(join(__dirname, 'personas.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Persona);

/** Invented lives, played from the first sentence to the end. */
test.each(personas.map((persona) => [`${persona.id} ${persona.title}`, persona] as const))(
  '%s',
  (_, persona) => {
    expect(judgePersona(persona, playPersona(parts, persona))).toEqual([]);
  },
);
