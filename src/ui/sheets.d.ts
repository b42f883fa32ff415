/** A sheet beside what it dresses: it is loaded with the code that imports it. */
declare module '*.css';
