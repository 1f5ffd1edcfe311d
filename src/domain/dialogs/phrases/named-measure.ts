import type { MeasureCode } from '../../understanding/labels';

const NAMES: readonly (readonly [MeasureCode, RegExp])[] = [
  ['M01', /低保|subsistence allowance|dibao/i],
  ['M04', /五保|特困/],
  [
    'M08',
    /临时救助|临时补助|temporary (?:assistance|help|aid)|(?<!医疗|灾害|法律|受灾)救助(?!站|管理|中心)/i,
  ],
];
const ASKS = '(?:想|要|问|咨询|申请|办|能不能|能否|帮|给|求|吃|领|怎么|咋)';
const ASKED = NAMES.map(
  ([measure, { source }]) =>
    [
      measure,
      new RegExp(
        `${ASKS}[^，。,]{0,8}(?:${source})|(?:${source})[^，。,]{0,6}(?:怎么|咋|如何|能不能|也想问|想问|申请|办)|apply for[^.]{0,20}(?:${source})`,
        'i',
      ),
    ] as const,
);

/** The kind of assistance that a message asks for by its name; being told to receive it is no request. */
export function namedMeasure(text: string): MeasureCode | undefined {
  return ASKED.find(([, asked]) => asked.test(text))?.[0];
}
