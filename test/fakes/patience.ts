import { vi } from 'vitest';

// What a test waits for comes when the machine has time for it, and only what never comes is ended: not after a second, as
// vitest has it. Once for each process, which files share.

type WaitFor = typeof vi.waitFor & { isPatient?: true };

const { waitFor }: { waitFor: WaitFor } = vi;
if (!waitFor.isPatient) {
  const patient: WaitFor = (check, options = 30_000) => waitFor(check, options);
  vi.waitFor = Object.assign(patient, { isPatient: true as const });
}
