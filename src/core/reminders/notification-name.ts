import type { Telling } from './telling';

/** What notifications are about: tokens that end soon, and tokens that somebody else has made, or has ended. */
export const TOPICS = ['reminder', 'stranger', 'ended'] as const;
export type Topic = (typeof TOPICS)[number];

/** The name by which the browser knows a notification. */
export const notificationName = (topic: Topic, { hostId, at }: Telling) => `${topic} ${at} ${hostId}`;

/** What a notification was about, by its name. */
export function readName(name: string): { topic: Topic; at: number; hostId: string } | undefined {
  const [, word, at, hostId = ''] = /^(\w+) (\d+) (.+)$/.exec(name) ?? [];
  const topic = TOPICS.find((each) => each === word);
  return topic && { topic, at: Number(at), hostId };
}
