import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  valueFromAST,
} from 'graphql';
import { createLru } from '../search/lru.ts';
import { coercedVariables } from './coerced-variables.ts';
import { canCompile, type Coerced, compile, type Compiled, switchesOf } from './compile.ts';
import type { Context } from './context.ts';
import { compilersSchema } from './ready.ts';

export interface Asked {
  document: DocumentNode;
  operationName?: string | undefined;
  /** As they came. */
  variables?: Record<string, unknown> | undefined;
  context: Context;
}

/** The answer to a validated document. */
export interface Executor {
  execute(asked: Asked): Promise<ExecutionResult> | ExecutionResult;
}

export interface CompilingExecutor extends Executor {
  /** Answers by the compiled function, and by graphql-js. */
  readonly stats: { compiled: number; interpreted: number };
}

/** Compiling costs as much as some twenty executions: it is for what is asked again. */
const COMPILE_AT_USE = 3;
const KEPT = 500;

interface Known {
  compilable: boolean;
  switches: string[];
  /** By the values of the switches. */
  variants: Map<string, Variant>;
}

interface Variant {
  uses: number;
  /** null: graphql-jit refuses it. */
  compiled: Compiled | null;
}

const MOST_VARIANTS = 16;

/** graphql-js as it is. */
export function plainExecutor(schema: GraphQLSchema): Executor {
  return {
    execute: ({ document, operationName, variables, context }) =>
      execute({ schema, document, operationName, variableValues: variables, contextValue: context }),
  };
}

/**
 * Always answers as graphql-js does, and mostly sooner: by functions that graphql-jit makes of documents that are asked
 * again and again. `answerJson` writes its answers.
 * @param compileAtUse at which use of a document it is compiled.
 */
export function createExecutor(schema: GraphQLSchema, compileAtUse = COMPILE_AT_USE): CompilingExecutor {
  const documents = createLru<DocumentNode, Known>('document, compiled', KEPT);
  const stats = { compiled: 0, interpreted: 0 };
  const plain = plainExecutor(schema);
  const compiler = { schema: compilersSchema(schema), compileAtUse };
  return {
    stats,
    async execute(asked) {
      const known = documents.get(asked.document) ?? learn(asked.document);
      documents.set(asked.document, known);
      const answer = known.compilable ? await byCompiled(compiler, known, asked) : null;
      // Resolvers of queries change nothing: where anything fails, graphql-js says what and where.
      if (answer === null || answer.errors) {
        stats.interpreted++;
        return plain.execute(asked);
      }
      stats.compiled++;
      return answer;
    },
  };
}

interface Compiler {
  schema: GraphQLSchema;
  compileAtUse: number;
}

function learn(document: DocumentNode): Known {
  return { compilable: canCompile(document), switches: switchesOf(document), variants: new Map() };
}

async function byCompiled(compiler: Compiler, known: Known, asked: Asked): Promise<ExecutionResult | null> {
  const operation = operationOf(asked);
  if (operation === null) return null;
  const { coerced } = coercedVariables(compiler.schema, operation, asked.variables);
  const compiled = coerced ? compiledFor(compiler, known, asked.document, coerced) : null;
  const values = coerced && compiled ? withAdded(compiled, coerced) : null;
  if (!compiled || !values) return null;
  try {
    return await compiled.query(undefined, asked.context, values);
  } catch {
    return null; // A failure of the compiled function itself, not of a field.
  }
}

/** The operation of a document that has one; null where another one is asked for. */
function operationOf({ document, operationName }: Asked): OperationDefinitionNode | null {
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!operation || (operationName && operation.name?.value !== operationName)) return null;
  return operation;
}

function compiledFor(
  { schema, compileAtUse }: Compiler,
  { switches, variants }: Known,
  document: DocumentNode,
  coerced: Coerced,
): Compiled | null {
  const key = switches.map((name) => String(coerced[name])).join();
  const variant = variants.get(key) ?? { uses: 0, compiled: null };
  if (variants.size < MOST_VARIANTS) variants.set(key, variant);
  if (++variant.uses === compileAtUse) variant.compiled = compileOrNot(schema, document, coerced);
  return variant.compiled;
}

function compileOrNot(schema: GraphQLSchema, document: DocumentNode, coerced: Coerced): Compiled | null {
  try {
    return compile(schema, document, coerced);
  } catch {
    return null; // graphql-js says what is wrong.
  }
}

/** The variables with what the compiler made variables of; null where a literal has no valid value. */
function withAdded({ lifted, rows }: Compiled, coerced: Coerced): Coerced | null {
  const values = { ...coerced, ...rows };
  for (const { name, value, type } of lifted) {
    const found = valueFromAST(value, type, coerced);
    if (found === undefined) return null;
    values[name] = found;
  }
  return values;
}
