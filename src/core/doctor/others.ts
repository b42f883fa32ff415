/** A kind of secret of somebody else's: its name stands in the messages. */
export type System = (typeof OTHERS)[number]['system'];

/**
 * Secrets of other systems, by their form: they are named, and never sent anywhere. Each begins where no letter, digit or
 * sign of its own stands before it: one that began anew at every `-` of a long run would go through the rest of it each time.
 *
 * Sources, all public: what GitHub ("About authentication: token formats"), GitLab ("Token overview"), npm (GitHub's blog
 * of 2021-09-23), Slack ("Token types"), AWS ("IAM identifiers"), Stripe ("API keys"), PyPI, Docker, Atlassian,
 * DigitalOcean, HashiCorp, RubyGems, Hugging Face, OpenAI and Anthropic say of theirs; Microsoft's security-utilities
 * (SEC101/030 NuGet, /110 Databricks, /152 storage, /156 Entra); RFC 7519 (JWT); RFC 7468 (keys).
 */
export const OTHERS = [
  { system: 'github', form: /gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{22,255}/ },
  { system: 'gitlab', form: /gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|soat|ffct)-[A-Za-z0-9_-]{20,}(?:\.[a-z0-9.]+)?/ },
  { system: 'npm', form: /npm_[A-Za-z0-9]{36}/ },
  { system: 'slack', form: /xox[abeoprs]-[A-Za-z0-9-]{10,}|xapp-[0-9]-[A-Za-z0-9-]{10,}/ },
  { system: 'aws', form: /(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}/ },
  { system: 'google', form: /AIza[A-Za-z0-9_-]{35}|GOCSPX-[A-Za-z0-9_-]{28}|ya29\.[A-Za-z0-9_-]{30,}/ },
  { system: 'pypi', form: /pypi-AgE[A-Za-z0-9_-]{50,}/ },
  { system: 'nuget', form: /oy2[a-p][0-9a-z]{15}[aq][0-9a-z]{11}[eu][bdfhjlnprtvxz357][a-p][0-9a-z]{11}[aeimquy4]/ },
  { system: 'stripe', form: /[sr]k_(?:live|test)_[A-Za-z0-9]{16,}/ },
  { system: 'docker', form: /dckr_[op]at_[A-Za-z0-9_-]{27,}/ },
  { system: 'atlassian', form: /AT(?:ATT3|CTT3|BB)[A-Za-z0-9_=-]{24,}/ },
  { system: 'digitalocean', form: /do[opr]_v1_[a-f0-9]{64}/ },
  { system: 'vault', form: /hv[sbr]\.[A-Za-z0-9_-]{24,}/ },
  { system: 'terraform', form: /[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{60,}/ },
  { system: 'rubygems', form: /rubygems_[a-f0-9]{48}/ },
  { system: 'hugging-face', form: /hf_[A-Za-z]{34}/ },
  { system: 'anthropic', form: /sk-ant-[A-Za-z0-9_-]{20,}/ },
  { system: 'openai', form: /(?<!-)sk-[A-Za-z0-9_-]*T3BlbkFJ[A-Za-z0-9_-]{20,}/ },
  { system: 'databricks', form: /dapi[a-f0-9]{32}(?:-\d)?/ },
  { system: 'entra', form: /[A-Za-z0-9_~.-]{3}[78]Q~[A-Za-z0-9_~.-]{31,34}/ },
  { system: 'azure-storage', form: /[A-Za-z0-9+/]{76}\+ASt[A-Za-z0-9+/]{5}[AQgw]==/ },
  { system: 'jwt', form: /(?<!-)eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/ },
  { system: 'private-key', form: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/ },
  /** Found by the marks of `form.ts`. */
  { system: 'azure-key', form: null },
] as const satisfies readonly { system: string; form: RegExp | null }[];

export type Other = { system: System; at: number; text: string };

const patterns = OTHERS.flatMap(({ system, form }) =>
  form === null ? [] : [{ system, form: new RegExp(`(?<![A-Za-z0-9_])(?:${form.source})(?![A-Za-z0-9])`, 'g') }],
);

/** Every secret of another system in a text, with its place there. */
export function othersIn(text: string): Other[] {
  return patterns.flatMap(({ system, form }) =>
    [...text.matchAll(form)].map((found) => ({ system, at: found.index, text: found[0] })),
  );
}
