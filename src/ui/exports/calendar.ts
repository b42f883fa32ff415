import ical, { ICalAlarmType, ICalEventClass, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { EndEvent } from './events';

// Nothing of the popup's is imported here: this is loaded on a press, and would cut the popup's script into pieces.

/** A calendar (RFC 5545) with these events, private ones that take nobody's time. */
export function calendarText(events: readonly EndEvent[]): string {
  const calendar = ical({ prodId: { company: 'Patina', product: 'Patina', language: 'EN' } });
  for (const { uid, end, madeAt, version, title, description, url, alarmSeconds } of events) {
    calendar.createEvent({
      id: uid,
      start: new Date(end),
      stamp: new Date(madeAt),
      lastModified: new Date(madeAt),
      sequence: version,
      summary: title,
      description,
      url,
      status: ICalEventStatus.CONFIRMED,
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: alarmSeconds.map((triggerBefore) => ({ type: ICalAlarmType.display, triggerBefore, description: title })),
    });
  }
  return calendar.toString();
}
