using Krait.Core;

namespace Krait.Objects;

/// <summary>The own attributes of instances of Python classes: slots by shape, or a dict.</summary>
internal static class Instances
{
    /// <summary>Reads an own attribute.</summary>
    public static bool TryGet(Machine machine, ref InstanceState state, PyStr name, out Value value)
    {
        if (state.Shape.IsDictionary)
            return state.Dictionary!.TryGetName(machine, name, out value);
        var slot = state.Shape.Find(name);
        value = slot < 0 ? default : state.Slots[slot];
        return slot >= 0;
    }

    /// <summary>Writes an own attribute. The name is interned.</summary>
    public static void Set(Machine machine, ref InstanceState state, PyStr name, in Value value)
    {
        if (!state.Shape.IsDictionary)
        {
            var slot = state.Shape.Find(name);
            if (slot < 0)
            {
                slot = Grow(machine, ref state, name);
                if (slot < 0)
                {
                    ToDictionary(machine, ref state).SetName(machine, name, value);
                    return;
                }
            }
            state.Slots[slot].Set(value);
            return;
        }
        state.Dictionary!.SetName(machine, name, value);
    }

    /// <summary>Removes an own attribute; the instance keeps its attributes in a dict from then on.</summary>
    public static bool Remove(Machine machine, ref InstanceState state, PyStr name)
    {
        if (!state.Shape.IsDictionary && state.Shape.Find(name) < 0)
            return false;
        return ToDictionary(machine, ref state).RemoveName(machine, name);
    }

    /// <summary>The attributes as a dict that writes through: the instance keeps them there from now on.</summary>
    public static PyDict ToDictionary(Machine machine, ref InstanceState state)
    {
        if (state.Shape.IsDictionary)
            return state.Dictionary!;
        var dictionary = new PyDict();
        var names = state.Shape.Names;
        for (var i = 0; i < names.Length; i++)
            dictionary.SetName(machine, names[i], state.Slots[i]);
        Replace(machine, ref state, dictionary);
        return dictionary;
    }

    /// <summary>Makes <paramref name="dictionary"/> the instance's attributes.</summary>
    public static void Replace(Machine machine, ref InstanceState state, PyDict dictionary)
    {
        state.Shape = state.Shape.Owner.DictionaryShape(machine);
        state.Slots = [];
        state.Dictionary = dictionary;
    }

    /// <summary>Changes the class of an instance and keeps its attributes.</summary>
    public static void SetClass(Machine machine, ref InstanceState state, ClassType type)
    {
        _ = ToDictionary(machine, ref state);
        state.Shape = type.DictionaryShape(machine);
    }

    private static int Grow(Machine machine, ref InstanceState state, PyStr name)
    {
        var next = state.Shape.Add(machine, name);
        if (next is null)
            return -1;
        var slot = next.Names.Length - 1;
        if (slot >= state.Slots.Length)
        {
            Array.Resize(ref state.Slots, Math.Max(4, state.Slots.Length * 2));
            next.Owner.NoteSlotCount(next.Names.Length);
        }
        state.Shape = next;
        return slot;
    }
}
