import {
  type DocumentNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  type GraphQLInputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  TypeInfo,
  type ValueNode,
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { compiledQuery, type CompiledQuery } from './compiled-query.ts';
import { AS_IT_IS, type Rows, withReady } from './ready.ts';

/** Values of variables as graphql-js has coerced them. */
export type Coerced = Record<string, unknown>;

/** A literal with variables inside, which becomes a variable of its own. */
export interface Lifted {
  name: string;
  value: ValueNode;
  type: GraphQLInputType;
}

/** A document made into one function, with what each request must put in. */
export interface Compiled {
  query: CompiledQuery;
  lifted: Lifted[];
  rows: Rows;
}

const LIFTED = '__lifted';

/**
 * Whether a document can be compiled: a single query without introspection. Names that begin with two underscores are
 * the compiler's own (and an answer's `__proto__` would be no field).
 */
export function canCompile(document: DocumentNode): boolean {
  if (document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length !== 1) return false;
  let possible = true;
  visit(document, {
    OperationDefinition({ operation }) {
      if (operation !== OperationTypeNode.QUERY) possible = false;
    },
    Name({ value }) {
      if (value.startsWith('__') && value !== '__typename') possible = false;
    },
  });
  return possible;
}

/** Names of the variables that say which fields are there at all. */
export function switchesOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: (node) => {
      visit(node, { Variable: ({ name }) => void names.add(name.value) });
    },
  });
  return [...names];
}

/**
 * Compiles a document for these values of its switches; null where graphql-jit refuses. What graphql-jit does otherwise
 * than graphql-js (0.8.9) never reaches it: `@skip` and `@include` are settled beforehand, variables are coerced by
 * graphql-js and pass as they are, and so do literals with variables inside. Answers are for `answerJson`.
 * @param schema of `compilersSchema`.
 * @throws GraphQLError where a directive has no value.
 */
export function compile(schema: GraphQLSchema, document: DocumentNode, coerced: Coerced): Compiled | null {
  const { lifted, document: plain } = liftLiterals(schema, settleDirectives(document, coerced));
  const { rows, document: prepared } = withReady(schema, plain);
  const added = [...lifted.map(({ name }) => name), ...Object.keys(rows)];
  const query = compiledQuery(schema, withoutCoercion(prepared, added));
  return query && { query, lifted, rows };
}

function settleDirectives(document: DocumentNode, coerced: Coerced): DocumentNode {
  return visit(document, {
    enter(node) {
      if (!('directives' in node) || !node.directives?.length || node.kind === Kind.OPERATION_DEFINITION) return;
      if (getDirectiveValues(GraphQLSkipDirective, node, coerced)?.if === true) return null;
      if (getDirectiveValues(GraphQLIncludeDirective, node, coerced)?.if === false) return null;
      return { ...node, directives: [] };
    },
  });
}

function liftLiterals(schema: GraphQLSchema, document: DocumentNode) {
  const lifted: Lifted[] = [];
  const types = new TypeInfo(schema);
  const argument = (node: { value: ValueNode }) => {
    const type = types.getInputType();
    if (!type || node.value.kind === Kind.VARIABLE || !hasVariable(node.value)) return undefined;
    const name = `${LIFTED}${lifted.length}`;
    lifted.push({ name, value: node.value, type });
    return { ...node, value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } } };
  };
  const plain = visit(document, visitWithTypeInfo(types, { Argument: { leave: argument } }));
  return { lifted, document: plain };
}

function hasVariable(value: ValueNode): boolean {
  let found = false;
  visit(value, {
    Variable() {
      found = true;
    },
  });
  return found;
}

function withoutCoercion(document: DocumentNode, added: string[]): DocumentNode {
  const definitionOf = (name: string): VariableDefinitionNode => ({
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } },
    type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: AS_IT_IS } },
  });
  const operation = (node: OperationDefinitionNode): OperationDefinitionNode => ({
    ...node,
    variableDefinitions: [
      ...(node.variableDefinitions ?? []).map(({ variable }) => definitionOf(variable.name.value)),
      ...added.map(definitionOf),
    ],
  });
  return {
    ...document,
    definitions: document.definitions.map((each) => (each.kind === Kind.OPERATION_DEFINITION ? operation(each) : each)),
  };
}
