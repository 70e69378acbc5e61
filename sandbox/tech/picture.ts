import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const size = 29;
const scale = 6;

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const frame = Buffer.alloc(8);
	frame.writeUInt32BE(data.length, 0);
	frame.writeUInt32BE(crc32(body), 4);
	return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A picture like a QR code, another one each time, as `data:image/png;base64,…`. It says nothing: `scan` is a verb of the control API. */
export function codePicture(): string {
	const dots = randomBytes(size * size);
	const pixels = size * scale;
	// Per row: a filter byte, then one byte for each pixel (grey).
	const rows = Array.from({ length: pixels }, (_, y) => [
		0,
		...Array.from({ length: pixels }, (__, x) => {
			const dot = dots[Math.floor(y / scale) * size + Math.floor(x / scale)] ?? 0;
			return dot % 2 === 0 ? 255 : 0;
		}),
	]);
	const header = Buffer.from([0, 0, 0, pixels, 0, 0, 0, pixels, 8, 0, 0, 0, 0]);
	const png = Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
		chunk('IEND', Buffer.alloc(0)),
	]);
	return `data:image/png;base64,${png.toString('base64')}`;
}
