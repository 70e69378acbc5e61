// Editors look for it here; the linters live in tools/.
export { default } from './tools/eslint.config.mjs';
