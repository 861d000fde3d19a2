// NVIDIA's CUDA in base images and packages: https://hub.docker.com/r/nvidia/cuda
import type { ImageRef } from './image.ts';

const IMAGES = /^(?:nvidia\/cuda|pytorch\/pytorch|tensorflow\/tensorflow|nvidia\/(?:pytorch|tensorflow|cuda-dl-base))$/;
const WITH_CUDA = /(?:^|-)(?:cuda|gpu|devel|runtime)/;

/** Whether an image brings CUDA. */
export function bringsCuda(ref: ImageRef | null): boolean {
  if (!ref || !IMAGES.test(ref.repository)) return false;
  return ref.repository.startsWith('nvidia/') || WITH_CUDA.test(ref.tag ?? '');
}

/** What each kind of image in `nvidia/cuda` has: `-base` the smallest part, `-runtime` the libraries, `-devel` the compiler, too. */
const SMALLEST = /^cuda-(?:compat|cudart(?!-dev))[\w.=*-]*$/;
/** These bring a driver along, which containers get from the host. */
const WITH_DRIVER = /^(?:cuda|cuda-runtime[\w.=*-]*)$/;
const COMPILER =
  /^(?:cuda-(?:toolkit|nvcc|compiler|command-line-tools|minimal-build|demo-suite)|nvidia-cuda-(?:toolkit|dev)|cuda-\d|libcu\w+-dev|libnccl-dev)/;

export const bringsDriver = (name: string): boolean => WITH_DRIVER.test(name);

/** Whether an image that brings CUDA has this package of it already. */
export function bringsPackage({ repository, tag }: ImageRef, name: string): boolean {
  if (repository !== 'nvidia/cuda' || SMALLEST.test(name)) return true;
  if (/-base(?:-|$)/.test(tag ?? '')) return false;
  return !COMPILER.test(name) || !/-runtime(?:-|$)/.test(tag ?? '');
}

/** Major and minor number of the CUDA in an image, as its tag tells; `null` where it does not. */
export function cudaVersion(ref: ImageRef | null): readonly [number, number] | null {
  const tag = ref?.tag ?? '';
  const match = ref?.repository === 'nvidia/cuda' ? /^(\d{1,2})\.(\d{1,2})/.exec(tag) : /cuda(\d{1,2})\.(\d{1,2})/.exec(tag);
  return match ? [Number(match[1]), Number(match[2])] : null;
}

/** The CUDA that a package is built for: `cu118` in an address or a version, `cudatoolkit=11.8`, `pytorch-cuda=12.1`. */
export function wantedCuda(word: string): readonly [number, number] | null {
  const short = /(?:^|[/+=-])cu(\d{2})(\d)(?:$|[/"'])/.exec(word);
  const long = /^["']?(?:[\w-]{1,40}::)?(?:cudatoolkit|pytorch-cuda|cuda-version|cuda-toolkit)={1,2}(\d{1,2})\.(\d{1,2})/.exec(
    word,
  );
  const match = short ?? long;
  return match ? [Number(match[1]), Number(match[2])] : null;
}
