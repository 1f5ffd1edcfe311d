import type { InboundMessage } from '../../../application/handle-message';
import type { Grant } from './direct-line-tokens';
import type { KeptActivity, PostedActivity, SentFile } from './sent-by-citizen';

/** Ids of this form are given out in tokens only; a body that claims one is not believed. */
const TOKEN_USER = /^dl_/;

/** A posted message as the message road takes it. What the client sent beside the text is kept to be given back. */
export function inboundMessage(
  grant: Grant,
  activity: PostedActivity,
  files: readonly SentFile[],
): InboundMessage {
  const claimed = activity.from?.id;
  const userId = grant.userId ?? (claimed === undefined || TOKEN_USER.test(claimed) ? 'citizen' : claimed);
  const value = buttonValue(activity.value);
  const dedupeKey = clientActivityId(activity.channelData) ?? activity.id;
  const kept: KeptActivity = {
    from: { id: userId, ...(activity.from?.name !== undefined && { name: activity.from.name }) },
    ...(activity.locale !== undefined && { locale: activity.locale }),
    ...(activity.value !== undefined && { value: activity.value }),
    ...(activity.channelData !== undefined && { channelData: activity.channelData }),
    ...(files.length > 0 && { files: [...files] }),
  };
  return {
    conversationId: grant.conversationId,
    channel: 'directline',
    channelUser: userId,
    // A button may come without words, and an upload too.
    text: activity.text ?? value ?? '',
    ...(value !== undefined && { value }),
    ...(activity.locale !== undefined && { locale: activity.locale }),
    ...(dedupeKey !== undefined && { dedupeKey }),
    channelData: kept,
  };
}

/** The official client and Web Chat name each message so; the same name again is the same message. */
function clientActivityId(channelData: unknown): string | undefined {
  if (typeof channelData !== 'object' || channelData === null) return undefined;
  const { clientActivityID } = channelData as { clientActivityID?: unknown };
  return typeof clientActivityID === 'string' && clientActivityID !== ''
    ? clientActivityID.slice(0, 200)
    : undefined;
}

/** Buttons send a code; forms send an object whose `value` is one. */
function buttonValue(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return undefined;
  const { value: inner } = value as { value?: unknown };
  return typeof inner === 'string' ? inner : undefined;
}
