import { bundleManyWorkers } from '../bundle';
import { tellAll } from './tell';
import { ZONE } from './zone';

// One process of the proof: it is sent a seed and how many stories of it to tell, and answers what they brought.

process.env.TZ = ZONE;
const start = await bundleManyWorkers();

process.on('message', async ({ seed, number }: { seed: number; number: number }) => {
  process.send?.({ seed, told: await tellAll(start, seed, number) });
});
process.send?.({ ready: true });
