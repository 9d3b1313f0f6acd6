// A plugin of Swagger UI: "Try it out" begins with empty fields. The examples of the contract tell what a value looks
// like; sent as they are, all at once, they would find nobody, or ask for a record that does not exist.
"use strict";

const EmptyFields = () => {
  const FORM = "application/x-www-form-urlencoded";

  const operations = (contract) =>
    Object.values(contract.paths).flatMap((path) => Object.values(path).filter((said) => said.responses));

  const emptyParameter = (parameter) => {
    if (parameter.example !== undefined) {
      parameter.description = `${parameter.description ?? ""} Contoh: \`${parameter.example}\``.trim();
      delete parameter.example;
    }
  };

  // a form is filled from its schema, member by member; what its own example leaves out stays empty
  const emptyForm = (contract) => (form) => {
    const example = form.example ?? Object.values(form.examples ?? {})[0]?.value ?? {};
    const name = form.schema.$ref?.split("/").pop();
    const members = contract.components.schemas[name]?.properties ?? {};
    for (const [member, schema] of Object.entries(members)) {
      if (!(member in example)) {
        schema.examples = [""];
      }
    }
  };

  const empty = (contract) => {
    Object.values(contract.components?.parameters ?? {}).forEach(emptyParameter);
    operations(contract)
      .flatMap((operation) => operation.parameters ?? [])
      .forEach(emptyParameter);
    operations(contract)
      .map((operation) => operation.requestBody?.content?.[FORM])
      .filter((form) => form !== undefined)
      .forEach(emptyForm(contract));
    return contract;
  };

  return {
    statePlugins: {
      spec: { wrapActions: { updateJsonSpec: (write) => (contract) => write(contract?.paths ? empty(contract) : contract) } },
    },
  };
};
