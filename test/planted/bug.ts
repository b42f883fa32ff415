/** A small mistake that somebody could make, and the test that has to see it. */
export type Bug = {
  /** What is wrong then, in a few words. */
  bug: string;
  file: string;
  /** A text that stands once in the file, and what takes its place. */
  from: string;
  to: string;
  /** The file of the test, and a part of the names of those in it that fail. */
  test: string;
  named: string;
};
