export const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What is answered within so many milliseconds, or `undefined`. */
export const within = <T>(milliseconds: number, asked: Promise<T>) =>
  new Promise<T | undefined>((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds, undefined);
    void asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
