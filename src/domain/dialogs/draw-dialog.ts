import type { DialogCatalogue } from './catalogue';
import type { Condition } from './condition';
import type { Dialog } from './dialog-file';

const WIDTH = 760;
const ROW = 58;
const COLOUR: Readonly<Record<string, string>> = {
  ask: '#0B5CAD',
  say: '#55606E',
  confirm: '#2A6F47',
  file: '#2A6F47',
  handoff: '#6B4C9A',
  progress: '#8A5200',
  end: '#1C2530',
};

/** One dialog as an SVG picture: a box per step in order, what it asks, and when. For people who edit dialogs/. */
export function drawDialog(catalogue: DialogCatalogue, dialog: Dialog): string {
  const rows = dialog.steps.map((step, at) => {
    const kind = Object.keys(step)[0] ?? '';
    const [value] = Object.values(step);
    const what = typeof value === 'string' ? value : '';
    const words =
      'ask' in step
        ? (catalogue.slots.get(step.ask)?.ask[0]?.zh ?? '')
        : 'say' in step
          ? (catalogue.wording.get(step.say)?.[0]?.zh ?? '')
          : '';
    const y = 60 + at * ROW;
    const condition = step.when === undefined ? '' : `when ${inWords(step.when)}`;
    const extra = 'ask' in step && step.extra ? ' (within budget)' : '';
    return [
      at === 0 ? '' : `<path d="M30 ${y - 18}v14" stroke="#55606E" stroke-width="2"/>`,
      `<rect x="16" y="${y - 4}" width="${WIDTH - 32}" height="40" rx="8" fill="#fff" stroke="${COLOUR[kind] ?? '#55606E'}" stroke-width="1.5"${step.when === undefined ? '' : ' stroke-dasharray="5 3"'}/>`,
      `<text x="28" y="${y + 13}" font-weight="600" fill="${COLOUR[kind] ?? '#55606E'}">${escape(`${kind} ${what}${extra}`)}</text>`,
      `<text x="28" y="${y + 29}" fill="#55606E">${escape(
        [condition, words]
          .filter((part) => part !== '')
          .join(' · ')
          .slice(0, 110),
      )}</text>`,
    ].join('');
  });
  const height = 70 + rows.length * ROW;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12"><rect width="100%" height="100%" fill="#FAF8F3"/><text x="16" y="30" font-size="18" font-weight="600" fill="#1C2530">${escape(`${dialog.id} v${dialog.version}`)}</text>${rows.join('')}</svg>\n`;
}

function inWords(when: Condition): string {
  return Object.entries(when)
    .map(([key, value]) => `${key} ${JSON.stringify(value)}`)
    .join(' and ');
}

function escape(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
