// An empty worker: the least that a browser can start.
