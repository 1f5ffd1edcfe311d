import { z } from 'zod';
import {
  conversationCard, conversationDetail, conversationListQuery, replyAnswer, replyBody, suggestions,
} from '../conversation'; // prettier-ignore
import { pageOf } from '../paging';
import type { Route } from '../route';
import { unmaskQuery } from '../ticket-request';

const one = z.object({ id: z.string().min(1).max(100) });
const nothing = z.object({});

export const CONVERSATION_ROUTES = {
  listConversations: {
    method: 'get', path: '/conversations', tag: 'conversations', auth: 'staff', status: 200,
    summary: 'Conversations: danger first, then longest waiting, then newest.',
    query: conversationListQuery, answer: pageOf(conversationCard),
  },
  readConversation: {
    method: 'get', path: '/conversations/{id}', tag: 'conversations', auth: 'staff', status: 200,
    summary: 'Transcript with what was understood and why, and the case as it fills itself.',
    params: one, query: unmaskQuery, answer: conversationDetail,
  },
  takeOver: {
    method: 'post', path: '/conversations/{id}/takeover', tag: 'conversations', auth: 'staff', status: 200,
    summary: 'A person answers from here; the bot is silent.',
    params: one, body: nothing, answer: conversationDetail,
  },
  reply: {
    method: 'post', path: '/conversations/{id}/reply', tag: 'conversations', auth: 'staff', status: 200,
    summary: 'Words of the operator in charge.',
    params: one, body: replyBody, answer: replyAnswer,
  },
  handBack: {
    method: 'post', path: '/conversations/{id}/handback', tag: 'conversations', auth: 'staff', status: 200,
    summary: 'The bot answers again.',
    params: one, body: nothing, answer: conversationDetail,
  },
  readSuggestions: {
    method: 'get', path: '/conversations/{id}/suggestions', tag: 'conversations', auth: 'staff', status: 200,
    summary: 'Three replies to the citizen’s last message, each with its source and score.',
    params: one, answer: suggestions,
  },
  useSuggestion: {
    method: 'post', path: '/suggestions/{id}/used', tag: 'conversations', auth: 'staff', status: 204,
    summary: 'The suggestion was sent as it stood.',
    params: one, body: nothing,
  },
  editSuggestion: {
    method: 'post', path: '/suggestions/{id}/edited', tag: 'conversations', auth: 'staff', status: 204,
    summary: 'The suggestion was changed and sent.',
    params: one, body: nothing,
  },
  dismissSuggestion: {
    method: 'post', path: '/suggestions/{id}/dismissed', tag: 'conversations', auth: 'staff', status: 204,
    summary: 'The suggestion was of no use.',
    params: one, body: nothing,
  },
} as const satisfies Record<string, Route>; // prettier-ignore
