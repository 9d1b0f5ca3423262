import { deliveryCases, type DeliveryCase } from './delivery-cases.js';
import { deliveryMetadata, tagsOf } from './destination.js';
import { paramsOf, sha256 } from './expected-params.js';

const endpoint = 'https://api.retargetly.com/mobile';

/** Every case asks for another device, so that the stand-in for Loop can tell the requests apart. */
function paramsFor({ id }: DeliveryCase) {
  return paramsOf(
    'brazil',
    { ml_sh2: sha256('joao.silva@correo.example'), event: 'Order Completed' },
    { uid: `delivery-${id}` },
  );
}

/** Loop's answers, in the shape of rudder-transformer's `network.ts`. */
export function networkCalls(): readonly unknown[] {
  return deliveryCases.map((testCase) => ({
    httpReq: { method: 'GET', url: endpoint, params: paramsFor(testCase) },
    httpRes: { status: testCase.status, data: testCase.body ?? '' },
  }));
}

/** The delivery's cases, for both versions of the proxy's API, in the shape of rudder-transformer's component tests. */
export function deliveryData(): readonly unknown[] {
  return (['v0', 'v1'] as const).flatMap((version) => deliveryCases.map((testCase) => deliveryCase(testCase, version)));
}

function deliveryCase(testCase: DeliveryCase, version: 'v0' | 'v1') {
  const metadata = deliveryMetadata(1);
  const request = {
    version: '1',
    type: 'REST',
    method: 'GET',
    endpoint,
    headers: {},
    params: paramsFor(testCase),
    body: { JSON: {}, JSON_ARRAY: {}, XML: {}, FORM: {} },
    files: {},
    userId: 'anonymous',
    metadata: version === 'v0' ? metadata : [metadata],
    destinationConfig: {},
  };
  return {
    id: `loop-delivery-${version}-${testCase.id}`,
    name: 'loop',
    description: `${testCase.description} (${version})`,
    scenario: testCase.errorType === null ? 'Business' : 'Framework',
    successCriteria: `RudderStack counts the answer as ${String(testCase.counted)}, and nothing of the query is in what it saves`,
    feature: 'dataDelivery',
    module: 'destination',
    version,
    input: { request: { method: 'POST', body: request } },
    output: { response: version === 'v0' ? answerV0(testCase) : answerV1(testCase, metadata) },
  };
}

function answerV0(testCase: DeliveryCase) {
  const { status, counted } = testCase;
  const output = {
    status: counted,
    message: messageOf(testCase),
    destinationResponse: { status, response: saved(status) },
    ...errorTags(testCase),
  };
  // RudderStack answers its own server with 200 for a success, and with 400 in place of 404.
  const httpStatus = testCase.errorType === null ? 200 : counted === 404 ? 400 : counted;
  return { status: httpStatus, body: { output } };
}

function answerV1(testCase: DeliveryCase, metadata: unknown) {
  const { status, counted } = testCase;
  const output = {
    status: counted,
    message: messageOf(testCase),
    response: [{ error: JSON.stringify(saved(status)), statusCode: counted, metadata }],
    ...errorTags(testCase),
  };
  return { status: 200, body: { output } };
}

function saved(status: number): string {
  return `Loop answered with status ${String(status)}.`;
}

function messageOf({ status, errorType }: DeliveryCase): string {
  const handler = '[Loop Response Handler]';
  switch (errorType) {
    case null:
      return `${handler} Request processed successfully`;
    case 'throttled':
      return `${handler} ${saved(status)} RudderStack sends the event again more slowly.`;
    case 'retryable':
      return `${handler} ${saved(status)} RudderStack sends the event again later.`;
    case 'aborted':
      return `${handler} ${saved(status)} The same request would be refused again. Check the source hashes and the endpoint in the destination’s settings.`;
  }
}

function errorTags({ errorType }: DeliveryCase) {
  return errorType === null ? {} : { statTags: { errorCategory: 'network', errorType, ...tagsOf('dataDelivery') } };
}
