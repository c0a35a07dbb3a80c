import type { Desk } from '../desk.ts';
import type { DeskApp } from '../desk-app.ts';
import { createWebhookNotifier, type WebhookSettings } from './notifier.ts';

/** Another system that is told of cases; what its people do comes by the desk's API. */
export function createWebhooks(deps: { settings: WebhookSettings; desk: Pick<Desk, 'view'>; now(): Date }): DeskApp {
  return { notifier: createWebhookNotifier(deps) };
}
