"""Permutation flips on a list of small ints: list items, slices, integer arithmetic."""


def fannkuch(n):
    permutation = list(range(n))
    counts = [0] * n
    best = 0
    checksum = 0
    sign = 1
    while True:
        first = permutation[0]
        if first:
            work = permutation[:]
            flips = 0
            while first:
                low = 0
                high = first
                while low < high:
                    kept = work[low]
                    work[low] = work[high]
                    work[high] = kept
                    low += 1
                    high -= 1
                flips += 1
                first = work[0]
            if flips > best:
                best = flips
            checksum += sign * flips
        if sign == 1:
            permutation[0], permutation[1] = permutation[1], permutation[0]
            sign = -1
        else:
            permutation[1], permutation[2] = permutation[2], permutation[1]
            sign = 1
            for i in range(2, n):
                if counts[i] < i:
                    counts[i] += 1
                    break
                if i == n - 1:
                    return checksum, best
                counts[i] = 0
                moved = permutation[0]
                for j in range(i + 1):
                    permutation[j] = permutation[j + 1]
                permutation[i + 1] = moved


def run(n=8):
    return fannkuch(n)


EXPECTED = (1616, 22)
