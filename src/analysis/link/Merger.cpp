//===- Merger.cpp ---------------------------------------------------------===//
#include "analysis/link/Merger.h"
#include "analysis/NodeKinds.h"
#include "analysis/link/StringInterner.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <array>
#include <map>

namespace cppwarden::analysis {

void MergedBodies::find(StringId Key, std::uint32_t Unit,
                        std::vector<FunctionId> &Into) const {
  auto It = ByKey.find(Key);
  if (It == ByKey.end())
    return;
  if (It->second.size() > 1) {
    auto Own = OfUnit.find({Unit, Key});
    if (Own != OfUnit.end()) {
      Into.push_back(Own->second);
      return;
    }
  }
  llvm::append_range(Into, It->second);
}

namespace {

class Merger {
public:
  Merger(llvm::ArrayRef<TuObject *> Objects, FlowGraph &Into)
      : Objects(Objects), Into(Into), Names(Into.Strings) {
    Paths[{}] = 0;
    SanitiserSets[{}] = 0;
  }

  MergedBodies run() {
    chooseBodies();
    reserve();
    for (Unit = 0; Unit != Objects.size(); ++Unit)
      mergeFragment();
    return std::move(Bodies);
  }

private:
  static constexpr FunctionId Dropped = None;
  /// So many bodies of one key are looked through one by one.
  static constexpr std::size_t Crowd = 8;
  struct BodyChoice {
    std::vector<FunctionId> Number; ///< by local id; Dropped for duplicates
  };

  void chooseBodies() {
    // Every distinct body of a key, the `main`s among them.
    llvm::DenseMap<StringId, llvm::SmallVector<FunctionId, 1>> Known;
    std::vector<Location> Places;
    std::vector<std::pair<std::pair<std::uint32_t, StringId>, FunctionId>>
        Brought;
    for (Unit = 0; Unit != Objects.size(); ++Unit) {
      FlowGraph &From = Objects[Unit]->Graph;
      BodyChoice &Choice = Choices.emplace_back();
      for (const Function &Body : From.Functions) {
        StringId Key = Names.intern(llvm::StringRef(From.Strings[Body.Key]));
        Location Place = From.Locations[Body.Location];
        Place.File = Names.intern(llvm::StringRef(From.Strings[Place.File]));
        llvm::SmallVector<FunctionId, 1> &Same = Known[Key];
        FunctionId Twin = Same.size() < Crowd
                              ? bodyAt(Place, Same, Places)
                              : crowdedBodyAt(Key, Place, Same, Places);
        if (Twin != None) {
          ++Bodies.Duplicates;
          Choice.Number.push_back(Dropped);
          Brought.push_back({{Unit, Key}, Twin});
          continue;
        }
        auto Id = static_cast<FunctionId>(Places.size());
        Choice.Number.push_back(Id);
        Brought.push_back({{Unit, Key}, Id});
        Places.push_back(Place);
        CallKeys.push_back(Key);
        if (!Same.empty())
          Key = Names.intern(
              Into.Strings[Key] + "@" + Into.Strings[Place.File] + ":" +
              llvm::utostr(Place.Line) + ":" + llvm::utostr(Place.Column));
        OwnKeys.push_back(Key);
        if (Same.size() >= Crowd)
          Crowded.try_emplace({CallKeys[Id], Place}, Id);
        Same.push_back(Id);
        if (!(Body.Flags & FF_Main))
          Bodies.ByKey[CallKeys[Id]].push_back(Id);
      }
    }
    for (const auto &[Where, Id] : Brought) {
      auto It = Bodies.ByKey.find(Where.second);
      if (It != Bodies.ByKey.end() && It->second.size() > 1)
        Bodies.OfUnit.try_emplace(Where, Id);
    }
  }

  static FunctionId bodyAt(const Location &Place,
                           llvm::ArrayRef<FunctionId> Bodies,
                           llvm::ArrayRef<Location> Places) {
    auto It = llvm::find_if(Bodies,
                            [&](FunctionId Id) { return Places[Id] == Place; });
    return It == Bodies.end() ? None : *It;
  }
  /// The same where there are many: a hundred thousand tests have as many
  /// `main`s.
  FunctionId crowdedBodyAt(StringId Key, const Location &Place,
                           llvm::ArrayRef<FunctionId> Bodies,
                           llvm::ArrayRef<Location> Places) const {
    FunctionId Early = bodyAt(Place, Bodies.take_front(Crowd), Places);
    if (Early != None)
      return Early;
    auto It = Crowded.find({Key, Place});
    return It == Crowded.end() ? None : It->second;
  }

  bool isDropped(FunctionId Local) const {
    return Local != None && Choices[Unit].Number[Local] == Dropped;
  }
  FunctionId function(FunctionId Local) const {
    return Local == None ? None : Choices[Unit].Number[Local];
  }

  void reserve() {
    std::size_t Nodes = 0, Edges = 0, Calls = 0;
    for (Unit = 0; Unit != Objects.size(); ++Unit) {
      const FlowGraph &From = Objects[Unit]->Graph;
      for (const Node &Port : From.Nodes)
        Nodes += !isDropped(Port.Function);
      for (const Edge &Way : From.Edges)
        Edges += !isDropped(From.Nodes[Way.To].Function);
      for (const Call &Site : From.Calls)
        Calls += !isDropped(Site.Caller);
    }
    Into.Nodes.reserve(Nodes);
    // Default propagation adds a few.
    Into.Edges.reserve(Edges + Calls + Edges / 8);
    Into.Calls.reserve(Calls);
    Into.Functions.reserve(OwnKeys.size());
    Bodies.UnitOfCall.reserve(Calls);
  }

  // Tables of the fragment are renumbered on first use: what only dropped
  // bodies name is not copied.
  StringId string(StringId Local) {
    StringId &Id = StringOf[Local];
    if (Id == None)
      Id = Names.intern(std::move(Current->Strings[Local]));
    return Id;
  }
  LocationId location(LocationId Local) {
    if (!Local)
      return 0;
    LocationId &Id = LocationOf[Local];
    if (Id == None) {
      Location Place = Current->Locations[Local];
      Place.File = string(Place.File);
      Id = static_cast<LocationId>(Into.Locations.size());
      Into.Locations.push_back(Place);
    }
    return Id;
  }
  std::uint32_t literal(std::uint32_t Local) {
    std::uint32_t &Id = LiteralOf[Local];
    if (Id == None) {
      Literal Value = Current->Literals[Local];
      Value.Text = string(Value.Text);
      Id = static_cast<std::uint32_t>(Into.Literals.size());
      Into.Literals.push_back(Value);
    }
    return Id;
  }
  PathId path(PathId Local) {
    PathId &Id = PathOf[Local];
    if (Id == None) {
      std::vector<PathElement> Path = Current->Paths[Local];
      for (PathElement &Element : Path)
        Element.Name = string(Element.Name);
      auto [It, New] =
          Paths.try_emplace(Path, static_cast<PathId>(Into.Paths.size()));
      if (New)
        Into.Paths.push_back(std::move(Path));
      Id = It->second;
    }
    return Id;
  }
  SanitiserSetId sanitisers(SanitiserSetId Local) {
    SanitiserSetId &Id = SetOf[Local];
    if (Id == None) {
      std::vector<StringId> Set = Current->SanitiserSets[Local];
      for (StringId &Kind : Set)
        Kind = string(Kind);
      llvm::sort(Set, [&](StringId A, StringId B) {
        return Into.Strings[A] < Into.Strings[B];
      });
      Set.erase(llvm::unique(Set), Set.end());
      auto [It, New] = SanitiserSets.try_emplace(
          Set, static_cast<SanitiserSetId>(Into.SanitiserSets.size()));
      if (New)
        Into.SanitiserSets.push_back(std::move(Set));
      Id = It->second;
    }
    return Id;
  }

  void mergeFragment() {
    FlowGraph Fragment = std::move(Objects[Unit]->Graph);
    Objects[Unit]->Graph = FlowGraph();
    Current = &Fragment;
    StringOf.assign(Fragment.Strings.size(), None);
    LocationOf.assign(Fragment.Locations.size(), None);
    LiteralOf.assign(Fragment.Literals.size(), None);
    PathOf.assign(Fragment.Paths.size(), None);
    SetOf.assign(Fragment.SanitiserSets.size(), None);
    CallOf.assign(Fragment.Calls.size(), None);
    NodeOf.assign(Fragment.Nodes.size(), None);
    mergeFunctions();
    mergeCalls();
    for (NodeId Local = 0; Local != Fragment.Nodes.size(); ++Local)
      mergeNode(Local);
    for (const Edge &Way : Fragment.Edges) {
      NodeId From = NodeOf[Way.From], To = NodeOf[Way.To];
      bool Vacuous = From == To && Way.Kind == EdgeKind::Copy;
      if (From != None && To != None && !Vacuous)
        Into.Edges.push_back(
            {From, To, Way.Kind, path(Way.Path), sanitisers(Way.Sanitisers)});
    }
    Current = nullptr;
  }

  void mergeFunctions() {
    for (FunctionId Local = 0; Local != Current->Functions.size(); ++Local) {
      FunctionId Id = function(Local);
      if (Id == Dropped)
        continue;
      Function Body = std::move(Current->Functions[Local]);
      Body.Key = OwnKeys[Id];
      Body.Name = string(Body.Name);
      Body.Location = location(Body.Location);
      for (StringId &Key : Body.Overrides) {
        Key = string(Key);
        if (Key != CallKeys[Id])
          Bodies.Overriders[Key].push_back(Id);
      }
      Into.Functions.push_back(std::move(Body));
    }
  }

  void mergeCalls() {
    for (CallId Local = 0; Local != Current->Calls.size(); ++Local) {
      const Call &Site = Current->Calls[Local];
      if (isDropped(Site.Caller))
        continue;
      CallOf[Local] = static_cast<CallId>(Into.Calls.size());
      Call Copy;
      Copy.Target = string(Site.Target);
      Copy.Name = string(Site.Name);
      Copy.Flags = Site.Flags;
      Copy.Caller = function(Site.Caller);
      Copy.Location = location(Site.Location);
      Into.Calls.push_back(std::move(Copy));
      Bodies.UnitOfCall.push_back(Unit);
    }
  }

  void mergeNode(NodeId Local) {
    Node Port = Current->Nodes[Local];
    bool ProgramWide = isProgramWide(Port.Kind);
    if (!ProgramWide && isDropped(Port.Function))
      return;
    if (isCallPort(Port.Kind)) {
      Port.Ref = CallOf[Port.Ref];
      if (Port.Ref == None) // a call of a body that was dropped
        return;
    } else if (refersToString(Port.Kind)) {
      Port.Ref = string(Port.Ref);
    } else if (Port.Kind == NodeKind::Literal) {
      Port.Ref = literal(Port.Ref);
    }
    Port.Function = ProgramWide ? None : function(Port.Function);
    Port.Location = location(Port.Location);
    Port.Label = string(Port.Label);
    NodeOf[Local] = ProgramWide             ? mergeProgramWide(Port)
                    : Port.Function == None ? mergeNamespaceScope(Port)
                                            : add(Port);
  }

  NodeId add(const Node &Port) {
    Into.Nodes.push_back(Port);
    return static_cast<NodeId>(Into.Nodes.size() - 1);
  }

  NodeId mergeProgramWide(const Node &Port) {
    std::pair Key(static_cast<std::uint32_t>(Port.Kind), Port.Ref);
    auto [It, New] = ProgramWide.try_emplace(Key, 0);
    if (New)
      return It->second = add(Port);
    Node &First = Into.Nodes[It->second];
    First.Flags |= Port.Flags;
    if (!First.Location)
      First.Location = Port.Location;
    if (!First.Label)
      First.Label = Port.Label;
    if (First.Class == ValueClass::Unknown)
      First.Class = Port.Class;
    return It->second;
  }

  NodeId mergeNamespaceScope(const Node &Port) {
    if (isCallPort(Port.Kind) || !Port.Location)
      return add(Port);
    const Location &Place = Into.Locations[Port.Location];
    NamespaceNode Key{static_cast<std::uint32_t>(Port.Kind),
                      static_cast<std::uint32_t>(Port.Class),
                      Port.Flags,
                      static_cast<std::uint32_t>(Port.Index),
                      Port.Ref,
                      0,
                      0,
                      Port.Label,
                      Place.File,
                      Place.Line,
                      Place.Column,
                      Place.EndLine,
                      Place.EndColumn};
    if (Port.Kind == NodeKind::Literal) {
      const Literal &Value = Into.Literals[Port.Ref];
      Key[4] = Value.Text;
      Key[5] = static_cast<std::uint32_t>(Value.Value);
      Key[6] = static_cast<std::uint32_t>(Value.Value >> 32);
    }
    // The n-th of equal nodes in one unit meets the n-th in another.
    Twins &Same = NamespaceScope[Key];
    if (Same.Unit != Unit) {
      Same.Unit = Unit;
      Same.Taken = 0;
    }
    if (Same.Taken == Same.Nodes.size())
      Same.Nodes.push_back(add(Port));
    return Same.Nodes[Same.Taken++];
  }

  llvm::ArrayRef<TuObject *> Objects;
  FlowGraph &Into;
  StringInterner Names;
  MergedBodies Bodies;

  std::vector<BodyChoice> Choices; ///< by unit
  std::vector<StringId> CallKeys;  ///< by kept function: key that calls use
  std::vector<StringId> OwnKeys;   ///< the same, qualified if ambiguous
  /// (key that calls use, place) → kept function, of those beyond the Crowd.
  std::map<std::pair<StringId, Location>, FunctionId> Crowded;

  std::map<std::vector<PathElement>, PathId> Paths;
  std::map<std::vector<StringId>, SanitiserSetId> SanitiserSets;
  llvm::DenseMap<std::pair<std::uint32_t, std::uint32_t>, NodeId> ProgramWide;
  using NamespaceNode = std::array<std::uint32_t, 13>;
  struct Twins {
    std::vector<NodeId> Nodes;
    std::uint32_t Unit = None;
    std::size_t Taken = 0;
  };
  std::map<NamespaceNode, Twins> NamespaceScope;

  std::uint32_t Unit = 0;
  FlowGraph *Current = nullptr; ///< the fragment being merged
  std::vector<std::uint32_t> StringOf, LocationOf, LiteralOf, PathOf, SetOf,
      CallOf, NodeOf;
};

} // namespace

MergedBodies mergeFragments(llvm::ArrayRef<TuObject *> Objects,
                            FlowGraph &Into) {
  return Merger(Objects, Into).run();
}

} // namespace cppwarden::analysis
