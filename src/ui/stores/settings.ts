import { signal } from '@preact/signals';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings';
import { stored } from '../../platform/stored';
import { follow } from './follow';

export const settings = signal<Settings>(DEFAULT_SETTINGS);

export const loadSettings = () =>
  follow(stored.settings, (value) => {
    settings.value = value;
  });
