import { fail, ok, type Result } from '../core/result';
import { carriedFor } from './carrier';
import { cut } from './cut';
import type { Endpoint } from './endpoint';
import { request } from './http';
import { findCreateError } from './token-error';
import { ProviderAnswer } from './wire';

/**
 * Asks one data provider of the organization's pages (HierarchyQuery) and gives its answer, unchecked.
 * A refusal comes at HTTP 200 inside `dataProviderExceptions`; an answer without the provider's key is `misfit`, which
 * leaves open what was done. Without a slot it only reads. Source: services.md 2.2 to 2.4.
 */
export async function askProvider(endpoint: Endpoint, id: string, properties: object): Promise<Result<unknown>> {
  const { root, version, signInUrl, slot } = endpoint;
  const ask = {
    method: 'POST' as const,
    url: `${root}/_apis/Contribution/HierarchyQuery`,
    acceptVersion: version,
    body: { contributionIds: [id], dataProviderContext: { properties } },
    signInUrl,
    ...carriedFor(endpoint),
    ...(slot ? { slot } : { reads: true as const }),
  };
  const asked = await request(ask, ProviderAnswer);
  if (!asked.ok) return asked;
  const { dataProviders, dataProviderExceptions } = asked.value.value;
  const exception = dataProviderExceptions?.[id];
  if (exception) {
    const reason = cut(exception.message || exception.exceptionType || '');
    // Only a word of the server's own is a refusal: a provider that failed otherwise may have done its work.
    return fail(findCreateError(reason) ?? { kind: 'unexpected', detail: reason });
  }
  const answer = dataProviders?.[id];
  return answer === undefined || answer === null ? fail({ kind: 'misfit' }) : ok(answer);
}
