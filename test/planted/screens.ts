import type { Bug } from './bug';

const told = 'test/told.test.ts';
const copied = 'test/copied.test.ts';

/** In what is shown and pressed, in its words, and in what is packed. */
export const onScreens: Bug[] = [
  {
    bug: 'a token that still works is told as revoked',
    file: 'src/ui/deeds/revokes.ts',
    from: "warnToo(m('revoke_still_active', names))",
    to: "sayToo(m('revoked', names))",
    test: told,
    named: 'whose tokens still work',
  },
  {
    bug: 'a token of which nobody knows is told as revoked',
    file: 'src/ui/deeds/revokes.ts',
    from: "warnToo(m('revoke_unconfirmed', names))",
    to: "sayToo(m('revoked', names))",
    test: told,
    named: 'of which that is not known',
  },
  {
    bug: 'the end of a revoke is told where nobody can see it',
    file: 'src/ui/deeds/revokes.ts',
    from: 'if (ended.length === 0 || document.hidden) return;',
    to: 'if (ended.length === 0) return;',
    test: told,
    named: 'where somebody can see it',
  },
  {
    bug: 'another end than was asked for is told as the one that was',
    file: 'src/ui/deeds/changes.ts',
    from: 'expiresAt !== null && !isSameEnd(token.expiresAt, expiresAt)',
    to: 'expiresAt === null',
    test: told,
    named: 'for less than was asked',
  },
  {
    bug: 'a token that the cloud refuses is told as good',
    file: 'src/ui/deeds/test-token.ts',
    from: "return { good: false, text: m(isServer ? 'test_refused_server' : 'test_refused', name) };",
    to: "return { good: true, text: m(isServer ? 'test_refused_server' : 'test_refused', name) };",
    test: told,
    named: 'that the cloud takes',
  },
  {
    bug: 'a rotation that is not finished is told as done',
    file: 'src/ui/deeds/rotations.ts',
    from: "(ended.value ? say : warn)(m(ended.value ? ends[by].ended : 'rotation_not_ended', name))",
    to: 'say(m(ends[by].ended, name))',
    test: 'test/rotation.test.ts',
    named: 'who ends a rotation is told',
  },
  {
    bug: 'a secret that could not be copied counts as taken',
    file: 'src/ui/connected/screens.tsx',
    from: "if (copied) inBackground('a new token was taken',",
    to: "inBackground('a new token was taken',",
    test: copied,
    named: '',
  },
  {
    bug: 'a snippet without the secret counts as taken',
    file: 'src/ui/connected/screens.tsx',
    from: 'return hasSecret(parts) ? note(copied) : copied;',
    to: 'return note(copied);',
    test: copied,
    named: '',
  },
  {
    bug: 'what could not be copied is told as copied',
    file: 'src/ui/deeds/copying.ts',
    from: "    warn(m('copy_failed'));\n    return false;\n  }\n}",
    to: "    warn(m('copy_failed'));\n    return true;\n  }\n}",
    test: copied,
    named: '',
  },
  {
    bug: 'the secret in a snippet stays on the clipboard',
    file: 'src/ui/deeds/copying.ts',
    from: 'hasSecret(parts) ? await copyForAWhile(',
    to: 'parts.length === 1 ? await copyForAWhile(',
    test: copied,
    named: '',
  },
  {
    bug: '"That was me" means "Always mine"',
    file: 'src/ui/connected/stranger.tsx',
    from: 'onOwn={(each) => own(each, false)}',
    to: 'onOwn={(each) => own(each, true)}',
    test: 'test/people.test.ts',
    named: 'is what its own button says',
  },
  {
    bug: 'a rotation is shown to another account',
    file: 'src/ui/stores/attention.ts',
    from: 'id === old.hostId && identity?.id === old.identityId',
    to: 'id === old.hostId',
    test: 'test/people.test.ts',
    named: 'waits for its account',
  },
];
