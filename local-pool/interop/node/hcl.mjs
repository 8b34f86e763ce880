// Prints a Terraform file as JSON, read by HashiCorp's own parser.
import { parse } from '@cdktf/hcl2json';
import { readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
console.log(JSON.stringify(await parse(file, readFileSync(file, 'utf8'))));
