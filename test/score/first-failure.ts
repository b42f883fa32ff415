import fc from 'fast-check';

/** That a story fails is enough to know; its shortest form, for which it is told many times more, nobody reads here. */
fc.configureGlobal({ endOnFailure: true });
