namespace Krait.Capabilities;

/// <summary>Unpredictable bytes.</summary>
public interface IRandom
{
    /// <summary>Fills a buffer.</summary>
    void Fill(Span<byte> buffer);
}
