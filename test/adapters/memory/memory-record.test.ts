import { createMemoryRecord } from '../../../src/adapters/memory/memory-record';
import { recordContract } from '../../contracts/record.contract';

recordContract((clock) => Promise.resolve(createMemoryRecord(clock)));
