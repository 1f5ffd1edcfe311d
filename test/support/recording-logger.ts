import type { LogFields, Logger } from '../../src/application/ports';

export interface RecordingLogger extends Logger {
  readonly lines: { readonly level: string; readonly event: string; readonly fields: LogFields }[];
}

export function recordingLogger(): RecordingLogger {
  const lines: RecordingLogger['lines'] = [];
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}): void =>
      void lines.push({ level, event, fields });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}
