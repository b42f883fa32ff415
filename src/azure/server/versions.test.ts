import { expect, test } from 'vitest';
import { productByApi, productIn } from './versions';

test.each([
  ['<p>Version 14.0.24712.0</p>', undefined],
  ['<p>Version 15.105.25910.0</p>', 'TFS 2017'],
  ['<p>Version 15.117.27414.0</p>', 'TFS 2017 Update 2'],
  ['<p>Version 16.122.27102.1</p>', 'TFS 2018'],
  ['<p>Version 16.131.28601.4</p>', 'TFS 2018 Update 2'],
  ['{"serviceVersion":"Dev17.M143 (AzureDevOps_M143)"}', 'Azure DevOps Server 2019'],
  ['{"serviceVersion":"Dev17.M153.5"}', 'Azure DevOps Server 2019.1'],
  ['{"serviceVersion":"Dev19.M235.2"}', 'Azure DevOps Server 2022.2'],
  ['{"serviceVersion":"Dev20.M256.1"}', 'Azure DevOps Server'],
  ['<p>Nothing.</p>', undefined],
])('a page with %s is of %s', (page, product) => {
  expect(productIn(page)).toBe(product);
});

test.each([
  ['3.2', 'TFS 2017'],
  ['4.1', 'TFS 2018'],
  ['5.1', 'Azure DevOps Server 2019'],
  ['7.1', 'Azure DevOps Server 2022'],
  ['7.2', 'Azure DevOps Server'],
  ['', 'Azure DevOps Server'],
])('what takes API %s at most is of the line of %s', (api, product) => {
  expect(productByApi(api)).toBe(product);
});
