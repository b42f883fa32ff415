import { readFileSync } from 'node:fs';

export type Reply = { status: number; headers: Record<string, string>; body?: unknown; bodyText?: string };

export const SAMPLES = new URL('samples/', import.meta.url);

/** In the place of a token, which no file may have: as long as the sample says. */
export const tokenOf = (length: number) => 'q7'.repeat(length / 2);

/** The documented answers of a sample. */
export function replies(file: string): Reply[] {
  const text = readFileSync(new URL(file, SAMPLES), 'utf8');
  const { response } = JSON.parse(text.replace(/\{\{PAT_(\d+)\}\}/g, (_, length) => tokenOf(Number(length))));
  return [response].flat();
}
