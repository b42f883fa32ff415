import { expect, test } from 'vitest';
import { isTestName } from './test-name';

const named = (name: string, scopes = ['vso.code']) => isTestName({ name, scopes });

test.each([
  'test',
  'my-test-token',
  'Test 2',
  'TEST_2026',
  'ciTest',
  'CITest token',
  'temp',
  'tmp/laptop',
  'temporary access',
  'ＴＥＳＴ',
  'wird nur zum Testen gebraucht',
  'temporär',
  'Jeton d’essai',
  'token de prueba',
  'GEÇİCİ anahtar',
  'тестовый токен',
  'אסימון בדיקה',
  'رمز اختبار',
  '测试令牌',
  '臨時token',
  'テスト用トークン',
  '테스트용 토큰',
  'โทเค็นทดสอบ',
])('%j says that it was for a test, or for a while', (name) => expect(named(name)).toBe(true));

test.each([
  '',
  'latest',
  'contest',
  'attestation',
  'fastest-runner',
  'template sync',
  'temperature sensor',
  'temporal worker',
  'temps réel',
  'liveness probe',
  'コンテスト',
  '콘테스트',
  'プロテスト',
  '最新',
  'test results upload',
  'sync of test plans',
])('%j does not', (name) => expect(named(name)).toBe(false));

test('a token for test plans is none that was only tried', () => {
  expect(named('test sync', ['vso.test_write'])).toBe(false);
});
