import { citizenToken, citizenTokenBody } from '../citizen';
import type { Route } from '../route';
import { changePasswordBody, me, session, signInBody } from '../session';

export const SESSION_ROUTES = {
  issueCitizenToken: {
    method: 'post', path: '/citizen/token', tag: 'citizen', auth: 'none', status: 200,
    summary: 'A token for one Direct Line conversation; needs no account.',
    body: citizenTokenBody, answer: citizenToken,
  },
  signIn: {
    method: 'post', path: '/session', tag: 'session', auth: 'none', status: 200,
    summary: 'Signs in; sets the session cookie.',
    body: signInBody, answer: session,
  },
  readSession: {
    method: 'get', path: '/session', tag: 'session', auth: 'session', status: 200,
    summary: 'The running session with its CSRF token.',
    answer: session,
  },
  signOut: {
    method: 'delete', path: '/session', tag: 'session', auth: 'session', status: 204,
    summary: 'Ends the session.',
  },
  changePassword: {
    method: 'post', path: '/session/password', tag: 'session', auth: 'session', status: 200,
    summary: 'Sets a password of one’s own; other sessions of the account end.',
    body: changePasswordBody, answer: session,
  },
  readMe: {
    method: 'get', path: '/me', tag: 'session', auth: 'staff', status: 200,
    summary: 'Who is asking, and for which office.',
    answer: me,
  },
} as const satisfies Record<string, Route>; // prettier-ignore
