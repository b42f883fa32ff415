/**
 * Tools that make tokens by themselves, by the names that they give them: Git Credential Manager, and the credential
 * providers of Azure Artifacts. Anybody can give such a name, so it is a guess. Source: services.md, Readings 16.
 */
const TOOL_NAMES = [/^Git: https?:\/\/\S+ on \S/, /^Azure DevOps Artifacts Credential Provider/];

/** Whether a token of this name was, as far as one can guess, made by a tool. */
export function isMadeByTool({ name }: { name: string }): boolean {
  return TOOL_NAMES.some((pattern) => pattern.test(name));
}
