// Checks a CloudFormation template against the resource specification of AWS: every type, property, item and required
// property, and that every reference leads somewhere. Prints what it checked; fails with a list of all faults.
import specification from '@aws-cdk/cfnspec';
import { yamlParse } from 'yaml-cfn';
import { readFileSync } from 'node:fs';

const { ResourceTypes, PropertyTypes } = specification.specification();
const template = yamlParse(readFileSync(process.argv[2], 'utf8'));
const names = new Set([...Object.keys(template.Parameters), ...Object.keys(template.Resources)]);
const faults = [];

const primitives = {
  String: (value) => typeof value === 'string',
  Integer: Number.isInteger,
  Boolean: (value) => typeof value === 'boolean',
};

function isFunction(value) {
  return typeof value === 'object' && Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::'));
}

function checkValue(place, value, definition, type) {
  if (isFunction(value)) {
    return;
  }
  if (definition.Type === 'List') {
    const item = { Type: definition.ItemType, PrimitiveType: definition.PrimitiveItemType };
    Array.isArray(value)
      ? value.forEach((each, index) => checkValue(`${place}[${index}]`, each, item, type))
      : faults.push(`${place} is no list`);
  } else if (definition.PrimitiveType) {
    const is = primitives[definition.PrimitiveType];
    is && !is(value) && faults.push(`${place} is no ${definition.PrimitiveType}`);
  } else if (definition.Type !== 'Map') {
    checkProperties(place, value, PropertyTypes[`${type}.${definition.Type}`].Properties, type);
  }
}

function checkProperties(place, given, defined, type) {
  for (const [name, value] of Object.entries(given)) {
    defined[name]
      ? checkValue(`${place}.${name}`, value, defined[name], type)
      : faults.push(`${place} has no property ${name}`);
  }
  for (const [name, definition] of Object.entries(defined)) {
    definition.Required && !(name in given) && faults.push(`${place} lacks ${name}`);
  }
}

function checkReferences(value) {
  if (value === null || typeof value !== 'object') {
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'Ref' && !inner.startsWith('AWS::') && !names.has(inner)) {
      faults.push(`there is no ${inner}`);
    }
    checkReferences(inner);
  }
}

for (const [name, resource] of Object.entries(template.Resources)) {
  const defined = ResourceTypes[resource.Type];
  defined
    ? checkProperties(name, resource.Properties, defined.Properties, resource.Type)
    : faults.push(`${name} is of no known type`);
  resource.DependsOn && !names.has(resource.DependsOn) && faults.push(`there is no ${resource.DependsOn}`);
}
checkReferences(template);

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(Object.keys(template.Resources).join(' '));
