import './segments.css';

export type Segment<V extends string> = {
  value: V;
  label: string;
  /** How many there are behind it. It is no part of the name. */
  count?: number;
};

type Props<V extends string> = {
  label: string;
  /** Radios of one name belong together; two groups on a page have two. */
  name: string;
  segments: readonly Segment<V>[];
  value: V;
  onChoose: (value: V) => void;
};

/** A choice of a few, side by side, of which one is always made. */
export function Segments<V extends string>({ label, name, segments, value: chosen, onChoose }: Props<V>) {
  return (
    <div role="radiogroup" aria-label={label} class="segments">
      {segments.map((segment) => (
        <label key={segment.value}>
          <input type="radio" name={name} checked={segment.value === chosen} onChange={() => onChoose(segment.value)} />
          <span>
            {segment.label}
            {segment.count !== undefined && <small aria-hidden="true">{segment.count}</small>}
          </span>
        </label>
      ))}
    </div>
  );
}
