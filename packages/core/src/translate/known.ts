/** What the adapter knows about an event besides its payload. */
export interface Known {
  /** IP address of the device, for instance of the connecting client. It is used if the event names none. */
  readonly ip?: string;
  /**
   * A context that is this event's too, such as the one beside the events of a batch: a key that the event's own
   * `context` lacks is read here. It is looked into, not copied, so it costs the same however large it is.
   */
  readonly context?: object;
}
