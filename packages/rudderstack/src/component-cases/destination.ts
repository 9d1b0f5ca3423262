/** The source hashes of `examples/`. They are made up. */
const sourceHashes = { sourceHashAndroid: 'DEMO-ANDROID-HASH', sourceHashIos: 'DEMO-IOS-HASH' };

const ids = { sourceId: 'loop-source', destinationId: 'loop-destination', workspaceId: 'loop-workspace' };

/** The destination as RudderStack sends it along with an event. */
export function destinationWith(config: Readonly<Record<string, unknown>>, id = ids.destinationId) {
  return {
    ID: id,
    Name: 'Loop',
    DestinationDefinition: { ID: 'loop-definition', Name: 'LOOP', DisplayName: 'Loop', Config: {} },
    Config: { ...sourceHashes, ...config },
    Enabled: true,
    WorkspaceID: ids.workspaceId,
    Transformations: [],
  };
}

export type Destination = ReturnType<typeof destinationWith>;

/** The metadata of an event on its way through the processor or the router. */
export function metadataOf(jobId: number, destination: Destination) {
  return { ...ids, destinationId: destination.ID, destinationType: 'LOOP', jobId };
}

/** The metadata of a delivery. */
export function deliveryMetadata(jobId: number) {
  return { ...ids, jobId, attemptNum: 1, userId: 'anonymous', secret: {}, dontBatch: false };
}

/** What RudderStack adds to the tags of an error. */
export function tagsOf(feature: 'processor' | 'router' | 'dataDelivery', destinationId = ids.destinationId) {
  return {
    destType: 'LOOP',
    module: 'destination',
    implementation: 'native',
    feature,
    destinationId,
    workspaceId: ids.workspaceId,
  };
}
