import type { Activity } from 'botbuilder';
import type { StoredMessage } from '../../../application/ports';
import { keptActivity, type SentFile } from './sent-by-citizen';
import { spokenActivity } from '../spoken-activity';

/** `{conversation}|0000005`, as Direct Line writes it. */
export function activityId(message: Pick<StoredMessage, 'conversationId' | 'seq'>): string {
  return `${message.conversationId}|${String(message.seq).padStart(7, '0')}`;
}

/** Index of the activity after this one. It begins at 1: the client takes no watermark that is zero or empty. */
export function watermarkAfter(seq: number): string {
  return String(seq + 1);
}

/** A stored message as the stream shows it. A citizen's own comes back with its `channelData` untouched. */
export function storedActivity(
  message: StoredMessage,
  fileUrl: (file: SentFile) => string,
): Partial<Activity> {
  const common = {
    type: 'message',
    id: activityId(message),
    // botframework-schema says Date, but the wire and every client have text.
    timestamp: message.at.toISOString() as unknown as Date,
    channelId: 'directline',
    conversation: { id: message.conversationId } as Activity['conversation'],
    text: message.text,
    textFormat: 'plain',
  };
  if (message.author !== 'citizen') return { ...spokenActivity(message), ...common };
  const kept = keptActivity.safeParse(message.channelData).data;
  return {
    ...common,
    from: { id: kept?.from.id ?? 'citizen', name: kept?.from.name ?? '', role: 'user' },
    ...(kept?.locale !== undefined && { locale: kept.locale }),
    ...(kept?.value !== undefined && { value: kept.value }),
    ...(kept?.channelData !== undefined && { channelData: kept.channelData }),
    ...(kept?.files && {
      attachments: kept.files.map((file) => ({
        contentType: file.contentType,
        contentUrl: fileUrl(file),
        name: file.name,
      })),
    }),
  };
}
