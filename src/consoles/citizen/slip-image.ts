import type { CitizenWords } from '../locale/zh';
import { button, element, part } from './element';
import { groupNumber } from './group-number';

const WIDTH = 720;
const EDGE = 48;
const FONT = "'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif";

/** Shows the slip as a picture: pressed and held it can be saved everywhere, in WeChat too; a button saves it where it can. */
export function saveSlip(numbers: readonly string[], steps: string, words: CitizenWords): void {
  const url = paintSlip(numbers, steps, words).toDataURL('image/png');
  const sheet = part<HTMLDialogElement>('sheet');
  sheet.replaceChildren(
    element('h2', { id: 'sheet-title' }, words.saveTitle),
    element('img', { src: url, alt: words.imageOf.replace('{number}', numbers.map(groupNumber).join(' ')) }),
    element(
      'div',
      { class: 'acts' },
      element('a', { class: 'act', href: url, download: `${numbers.join('-')}.png` }, words.save),
      button(words.close, () => sheet.close(), { class: 'act' }),
    ),
  );
  sheet.showModal();
}

function paintSlip(numbers: readonly string[], steps: string, words: CitizenWords): HTMLCanvasElement {
  const canvas = element('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) return canvas;
  pen.font = `32px ${FONT}`;
  const lines = [...steps.split('\n'), words.keep].flatMap((line) => wrap(pen, line, WIDTH - 2 * EDGE));
  canvas.width = WIDTH;
  canvas.height = 210 + numbers.length * 110 + lines.length * 50;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#2a6f47';
  pen.fillRect(0, 0, canvas.width, 12);
  pen.fillStyle = '#1c2530';
  pen.font = `600 34px ${FONT}`;
  pen.fillText(`${words.title} · ${words.number}`, EDGE, 80);
  pen.font = `700 92px ${FONT}`;
  numbers.forEach((number, index) => pen.fillText(groupNumber(number), EDGE, 190 + index * 110));
  pen.font = `32px ${FONT}`;
  lines.forEach((line, index) => pen.fillText(line, EDGE, 150 + numbers.length * 110 + index * 50));
  return canvas;
}

/** Breaks a line where it is full: between words where there are spaces, else between characters. */
function wrap(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\w'’.,-]+\s*|\s+|./gu) ?? []) {
    if (line !== '' && pen.measureText(line + piece).width > width) {
      lines.push(line);
      line = '';
    }
    line += piece;
  }
  return [...lines, line];
}
