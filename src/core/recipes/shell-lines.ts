/** Asks for the token without showing it; the question goes to stderr, since stdout may be piped into a tool. */
const asking = (variable: string) => [`printf 'Token: ' >&2`, `read -rs ${variable}`, `printf '\\n' >&2`];

const block = (open: string, lines: string[], close: string) =>
  [open, ...lines.map((line) => `  ${line}`), close].join('\n');

/**
 * For bash and zsh: lines that find the token in `$PAT`. The parentheses make a paste one command, else `read` would take the next
 * pasted line for the token; and what is set between them is gone after them. Source of the prompt: server.md 11.
 */
export function bashOnce(...lines: string[]): string {
  return block('(', [...asking('PAT'), ...lines], ')');
}

/** The same, but what the lines export stays in the shell for the commands that follow; `$PAT` itself does not. */
export function bashSession(...lines: string[]): string {
  return block('{', [...asking('PAT'), ...lines, 'unset PAT'], '}');
}

/**
 * For PowerShell: lines that find the token in `$PAT`, which is gone after them. This prompt is the one of Windows PowerShell 5, and 7
 * takes it, too, while `Read-Host -MaskInput` is known to 7 alone. Source: server.md 11.
 */
export function powerShellOnce(...lines: string[]): string {
  const prompt = `$PAT = [Net.NetworkCredential]::new('', (Read-Host 'Token' -AsSecureString)).Password`;
  return block('& {', [prompt, ...lines], '}');
}

/**
 * Runs a line with variables in the environment, which are removed afterwards, also when the line fails. `values` are expressions
 * of PowerShell.
 */
export function powerShellWith(values: Record<string, string>, ...lines: string[]): string[] {
  const names = Object.keys(values);
  return [
    ...Object.entries(values).map(([name, value]) => `$env:${name} = ${value}`),
    `try {`,
    ...lines.map((line) => `  ${line}`),
    `} finally {`,
    ...names.map((name) => `  Remove-Item Env:${name}`),
    `}`,
  ];
}
