import { expect, test } from 'vitest';
import { isNamedByTool } from './tool-made';

test.each([
  ['Git: https://dev.azure.com/fabrikam/ on NORMAL-LAPTOP', true],
  ['Git: https://fabrikam.visualstudio.com/ on a laptop', true],
  ['Git: http://tfs:8080/tfs/ on NORMAL-LAPTOP', true],
  ['Azure DevOps Artifacts Credential Provider', true],
  ['Azure DevOps Artifacts Credential Provider - NuGet', true],
  ['Git: on the laptop', false],
  ['my Git: https://dev.azure.com/fabrikam/ on NORMAL-LAPTOP', false],
  ['Git: https://dev.azure.com/fabrikam/', false],
  ['Artifacts', false],
  ['', false],
])('%s: %s', (name, isTool) => {
  expect(isNamedByTool({ name })).toBe(isTool);
});
