import { call } from '../../contract/call';
import { doing } from './doing';

export const dismissAsides = () => doing('', () => call('asides.told', {}));
export const eraseAsides = () => doing('', () => call('asides.erase', {}));
