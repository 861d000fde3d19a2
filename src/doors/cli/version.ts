// Our version, as package.json has it.
import description from '../../../package.json' with { type: 'json' };

export const { version } = description;
