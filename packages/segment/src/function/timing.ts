/** Segment ends a call after 5 s. In milliseconds; what is left over is for the function itself. */
export const maxCallMs = 4000;

/** With less time left than this, a request would hardly get an answer, so it is not begun. */
export const minRequestMs = 500;

/** Requests of one batch that are under way at once. */
export const maxRequests = 20;
