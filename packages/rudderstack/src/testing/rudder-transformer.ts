import { BaseError } from '@rudderstack/integrations-lib';
import type { networkHandler } from '../transformer/network-handler.js';
import type { process } from '../transformer/process.js';
import type { processRouterDest } from '../transformer/process-router-dest.js';

/** A destination's folder, loaded. */
export interface DestinationModules {
  readonly transform: { readonly process: typeof process; readonly processRouterDest: typeof processRouterDest };
  readonly delivery: { readonly networkHandler: typeof networkHandler };
}

interface Metadata {
  readonly destinationId: string;
  readonly workspaceId: string;
}

type ProcessorInput = Parameters<typeof process>[0] & { readonly metadata: Metadata };
type DeliveryInput = Parameters<InstanceType<typeof networkHandler>['proxy']>[0] & {
  readonly metadata: Metadata | readonly Metadata[];
};

/** A component case, as far as it is run here. */
export interface ComponentCase {
  readonly id: string;
  readonly description: string;
  readonly feature: string;
  readonly version: string;
  readonly input: { readonly request: { readonly body: unknown } };
  readonly output: { readonly response: { readonly status: number; readonly body: unknown } };
}

/**
 * Answers a component case's request as rudder-transformer's routes do: it calls the destination, adds its tags to
 * errors, and turns errors into answers. Written from what its routes return; its own suite is run by hand (see the
 * README), this one with every test.
 */
export async function answer(
  destination: DestinationModules,
  testCase: ComponentCase,
): Promise<{ status: number; body: unknown }> {
  const { body } = testCase.input.request;
  switch (testCase.feature) {
    case 'processor':
      return { status: 200, body: asJson((body as ProcessorInput[]).map((event) => processed(destination, event))) };
    case 'router': {
      const { input } = body as { readonly input: readonly ProcessorInput[] };
      return { status: 200, body: asJson({ output: await routed(destination, input) }) };
    }
    case 'dataDelivery':
      return delivered(destination, body as DeliveryInput, testCase.version);
    default:
      throw new Error(`There is no route for the feature ${testCase.feature}.`);
  }
}

function processed({ transform }: DestinationModules, event: ProcessorInput) {
  try {
    return { output: transform.process(event), metadata: event.metadata, statusCode: 200 };
  } catch (error) {
    const { message, status, statTags } = known(error);
    return {
      error: message,
      metadata: event.metadata,
      statTags: { ...statTags, ...tags('processor', event.metadata) },
      statusCode: status,
    };
  }
}

async function routed({ transform }: DestinationModules, input: readonly ProcessorInput[]) {
  const answers = await transform.processRouterDest(input);
  return answers.map((one) =>
    'error' in one && Object.keys(one.statTags).length > 0
      ? { ...one, statTags: { ...one.statTags, ...tags('router', input[0]?.metadata) } }
      : one,
  );
}

async function delivered({ delivery }: DestinationModules, request: DeliveryInput, version: string) {
  const handler = new delivery.networkHandler();
  const jobs = [request.metadata].flat();
  const job = (error: unknown, statusCode: number) =>
    jobs.map((metadata) => ({ error: JSON.stringify(error), statusCode, metadata }));
  try {
    const response = handler.responseHandler({
      destinationResponse: handler.processAxiosResponse(await handler.proxy(request)),
    });
    const { status, message, destinationResponse } = response;
    const output =
      version === 'v0' ? response : { status, message, response: job(destinationResponse.response, status) };
    return { status: 200, body: asJson({ output }) };
  } catch (error) {
    const { message, status, destinationResponse, statTags } = known(error);
    const shared = { status, message, statTags: { ...statTags, ...tags('dataDelivery', jobs[0]) } };
    const { response } = destinationResponse as unknown as { readonly response: string };
    return version === 'v0'
      ? { status: status === 404 ? 400 : status, body: asJson({ output: { ...shared, destinationResponse } }) }
      : { status: 200, body: asJson({ output: { ...shared, response: job(response, status) } }) };
  }
}

/** RudderStack takes the status and the tags of its own errors only. */
function known(error: unknown): BaseError {
  if (error instanceof BaseError) return error;
  throw error;
}

function tags(feature: string, metadata: Metadata | undefined) {
  const { destinationId, workspaceId } = metadata ?? {};
  return { destType: 'LOOP', module: 'destination', implementation: 'native', feature, destinationId, workspaceId };
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
