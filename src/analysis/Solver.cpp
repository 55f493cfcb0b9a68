//===- Solver.cpp - Which origins reach which sinks -----------------------===//
//
// Two floors. Below, the program is cut into regions (link/Regions.cpp): what
// lies between the ports of one body is explored once, with calls and returns
// matched. Above, here, a sink's search walks from region to region, over their
// exits, and never looks at an edge.
//
// 1. All regions behind the sinks that some query covers are explored.
// 2. Which goals have an origin behind which region is a fixpoint over them
//    (link/Reachability.h). Most sinks are done with at this point.
// 3. For each sink the report points are found: the sink itself and, over exits
//    at parameters that the value left as it came, the arguments of the
//    callers, and so on. A wrapper around system() thus moves the report to its
//    calls. Text that is built moves on to those who fill a field, too: each
//    statement of a queue is a finding of its own.
// 4. From each report point a shortest-path search over (region, passage) gives
//    the nearest origin of each goal. Exits that only move the report point on
//    are left out there. States that no goal can use are left out everywhere.
// 5. Of the answers at one report point the cheapest is kept, and only its path
//    is traced step by step.
//
// Cost. Regions, exits and the fixpoint are near linear in the program. A
// search is bounded by SearchStates, and ends with the first origin of each
// goal; with step 2 it does not run where there is none.
//
//===----------------------------------------------------------------------===//
#include "analysis/Solver.h"
#include "analysis/link/Reachability.h"
#include "llvm/ADT/STLExtras.h"
#include <map>
#include <memory>
#include <queue>
#include <tuple>

namespace cppwarden::analysis {
namespace {

class Solver {
public:
  Solver(const LinkedGraph &Program, llvm::ArrayRef<FlowQuery> Queries,
         const SolveLimits &Limits, SolveStatistics &Statistics)
      : Program(Program), Graph(Program.Graph), Queries(Queries),
        Limits(Limits), Statistics(Statistics), Of(Queries, Graph),
        All(Program, Of, Limits, Statistics) {}

  std::vector<FlowAnswer> run() {
    std::vector<FlowAnswer> Answers;
    answerUses(Answers);
    if (Of.size() == 0)
      return Answers;

    std::vector<RegionId> Sinks;
    for (NodeId Id = 0; Id != Graph.Nodes.size(); ++Id)
      if (Graph.Nodes[Id].Kind == NodeKind::Sink &&
          !Of.ofSink(Graph.Nodes[Id].Ref).empty())
        Sinks.push_back(All.at(Id, ResidualPaths::Empty));
    Statistics.Sinks = Sinks.size();
    All.explore(Sinks);
    Behind = std::make_unique<Reachability>(Program, All, Of);
    for (RegionId Sink : Sinks)
      searchSink(Sink);
    dropTables();
    for (const auto &[Where, Best] : Found)
      if (FlowAnswer Answer = describe(Best);
          !isTooFar(Answer) && !isFilledBuffer(Answer))
        Answers.push_back(std::move(Answer));
    llvm::sort(Answers, [](const FlowAnswer &A, const FlowAnswer &B) {
      return std::make_tuple(A.Query, A.Sink, A.Steps[A.ReportStep].Node) <
             std::make_tuple(B.Query, B.Sink, B.Steps[B.ReportStep].Node);
    });
    return Answers;
  }

private:
  /// A region that a search came to, and by which exit.
  struct Visit {
    RegionId Region = 0;
    Passage Along = Passages::Nothing;
    std::uint32_t Cost = 0;
    std::uint32_t Previous = None;
    RegionExit By; ///< of the previous visit's region
  };
  struct Ticket {
    std::uint32_t Cost, Rank;
    std::uint32_t Visit;
    bool operator<(const Ticket &Other) const {
      return std::tie(Cost, Rank, Visit) >
             std::tie(Other.Cost, Other.Rank, Other.Visit);
    }
  };
  /// Visits of one search and what was seen in each region.
  struct Search {
    std::vector<Visit> Visits;
    std::priority_queue<Ticket> Queue;
    llvm::DenseMap<RegionId, llvm::SmallVector<Passage, 2>> Seen;
  };
  /// The way from a sink to an origin, as regions and the exits taken.
  struct Route {
    std::size_t Query = 0;
    std::uint32_t Cost = 0;
    bool Embedded = false;
    std::size_t ReportRegion = 0;  ///< index into Regions
    std::vector<RegionId> Regions; ///< from the sink's to the origin's
    std::vector<RegionExit> Exits; ///< one less
  };
  using Place =
      std::tuple<StringId, std::uint32_t, std::uint32_t, std::uint32_t>;

  /// Zeros that a function was handed to be filled are no longer there.
  bool isFilledBuffer(const FlowAnswer &Answer) const {
    const Node &Origin = Graph.Nodes[Answer.Origin];
    if (Origin.Kind != NodeKind::Literal)
      return false;
    const Literal &Value = Graph.Literals[Origin.Ref];
    return Value.Kind == LiteralKind::Bytes &&
           Graph.Strings[Value.Text].find_first_not_of('\0') ==
               std::string::npos &&
           llvm::any_of(Answer.Steps, [&](const AnswerStep &Step) {
             return Graph.Nodes[Step.Node].Kind == NodeKind::ParamOut;
           });
  }

  /// A name is weak evidence, and each object that is shared and each call
  /// makes it likelier that the value is another one.
  bool isTooFar(const FlowAnswer &Answer) const {
    const FlowQuery &Query = Queries[Answer.Query];
    unsigned Most = Query.Within ? Query.Within : ~0u;
    bool IsNamed =
        (Graph.Nodes[Answer.Origin].Flags | Graph.Nodes[Answer.Sink].Flags) &
        NF_Named;
    if (IsNamed && Query.NamedWithin)
      Most = std::min(Most, Query.NamedWithin);
    unsigned Hops = 0, Shared = 0;
    for (const AnswerStep &Step : Answer.Steps) {
      bool IsHere = isShared(Graph.Nodes[Step.Node]);
      Shared += IsHere;
      Hops += Step.EntersCall || Step.LeavesCall || IsHere;
    }
    // Each field stands for those of all objects: after a few of them a way
    // through a container leads from anything that was ever put into one to
    // anything that was taken out.
    return Hops > Most || Shared > Limits.SharedHops;
  }

  /// A field that many literals come to over shared objects, a column of a
  /// table of defaults, says of none that it is what the sink takes. A name at
  /// the end is weaker evidence than a library's parameter; more than a handful
  /// of accounts with a password each is no program's either.
  void dropTables() {
    constexpr unsigned MostLiterals = 16, MostLiteralsOfName = 4;
    auto isRow = [&](const Route &Of) {
      return All.startNode(Of.Regions.back()).Kind == NodeKind::Literal &&
             llvm::any_of(Of.Regions,
                          [&](RegionId Each) { return isShared(Each); });
    };
    std::map<std::pair<std::size_t, NodeId>, unsigned> Rows;
    auto tableOf = [&](const Route &Of) {
      return std::make_pair(Of.Query, All.start(Of.Regions.front()));
    };
    for (const auto &[Where, Best] : Found)
      if (isRow(Best))
        ++Rows[tableOf(Best)];
    for (auto It = Found.begin(); It != Found.end();) {
      NodeId Sink = All.start(It->second.Regions.front());
      unsigned Most = Graph.Nodes[Sink].Flags & NF_Named ? MostLiteralsOfName
                                                         : MostLiterals;
      if (isRow(It->second) && Rows[tableOf(It->second)] > Most)
        It = Found.erase(It);
      else
        ++It;
    }
  }

  void answerUses(std::vector<FlowAnswer> &Answers) const {
    for (NodeId Id = 0; Id != Graph.Nodes.size(); ++Id) {
      if (Graph.Nodes[Id].Kind != NodeKind::Use)
        continue;
      for (std::size_t Query = 0; Query != Queries.size(); ++Query) {
        if (!Of.isUse(Query, Graph.Nodes[Id].Ref))
          continue;
        FlowAnswer &Answer = Answers.emplace_back();
        Answer.Query = Query;
        Answer.Origin = Answer.Sink = Id;
        Answer.Steps.push_back({Id, std::nullopt, false, false});
      }
    }
  }

  bool isNew(Search &In, RegionId Region, Passage Along) {
    llvm::SmallVector<Passage, 2> &Before = In.Seen[Region];
    if (llvm::any_of(Before,
                     [&](Passage Old) { return All.Ways.covers(Old, Along); }))
      return false;
    Before.push_back(Along);
    return true;
  }

  void push(Search &In, Visit Next) {
    auto Id = static_cast<std::uint32_t>(In.Visits.size());
    In.Queue.push({Next.Cost, All.Ways.rank(Next.Along), Id});
    In.Visits.push_back(Next);
  }

  Visit over(const Search &In, std::uint32_t From, const RegionExit &Exit) {
    const Visit &Last = In.Visits[From];
    return {Exit.Target, All.Ways.join(Last.Along, Exit.Along),
            Last.Cost + Exit.Cost, From, Exit};
  }

  /// Does the exit pass a parameter on as it came, to callers that are known?
  /// What an object holds is not handed over by the call of its method; what a
  /// printf-like wrapper embeds is its callers' text all the same.
  bool movesReport(const RegionExit &Exit) const {
    const Node &Port = All.startNode(Exit.Target);
    if (Port.Kind != NodeKind::Param || Port.Index < 0 ||
        All.exits(Exit.Target).empty())
      return false;
    return Program.isVariadic(Port) ||
           !(Passages::flags(Exit.Along) & PF_Changed);
  }

  static bool isShared(const Node &Of) {
    return Of.Kind == NodeKind::Field || Of.Kind == NodeKind::Global;
  }
  bool isShared(RegionId Region) const {
    return isShared(All.startNode(Region));
  }
  /// Does a reader see the node, as a step of a body?
  bool isSeen(NodeId Id) const {
    const Node &At = Graph.Nodes[Id];
    return !isShared(At) && (At.Flags & NF_Step) &&
           Graph.Locations[At.Location].Line;
  }

  /// Statements that wait in a queue: what a field hands on as it came was
  /// built by those who fill it, each for itself. Only texts that are built
  /// are looked for there.
  bool movesReportToWriters(const RegionExit &Exit) const {
    return isShared(Exit.Target) && !All.exits(Exit.Target).empty() &&
           !(Passages::flags(Exit.Along) & PF_Changed);
  }

  /// Goals that are looked for behind a field's writers instead. The way
  /// through the object whose field it is leads to the same ones.
  GoalSet movedToWriters(const Search &In, GoalSet Wanted) {
    GoalSet Moved(Of.size());
    for (const RegionExit &Exit : All.exits(In.Visits[0].Region)) {
      if (!movesReportToWriters(Exit))
        continue;
      Visit Next = over(In, 0, Exit);
      Moved |= Behind->behind(Next.Region, Next.Along);
    }
    Moved &= Wanted;
    Moved &= Of.needingEmbedding();
    return Moved;
  }
  bool leadsToObject(const RegionExit &Exit) const {
    const Node &Port = All.startNode(Exit.Target);
    return Port.Kind == NodeKind::Param && Port.Index < 0;
  }

  /// The goals that are looked for from a report point.
  GoalSet wantedAt(const Search &Points, std::uint32_t Point,
                   GoalSet Wanted) const {
    for (; Point != None; Point = Points.Visits[Point].Previous)
      if (isShared(Points.Visits[Point].Region)) {
        Wanted &= Of.needingEmbedding();
        break;
      }
    return Wanted;
  }

  void searchSink(RegionId Sink) {
    const GoalSet Wanted = Of.ofSink(All.startNode(Sink).Ref);
    auto hopeful = [&](const Visit &At) {
      GoalSet Left = Behind->behind(At.Region, At.Along);
      Left &= Wanted;
      return !Left.empty();
    };
    Barren.clear();
    Search Points;
    push(Points, {Sink, Passages::Nothing, 0, None, {}});
    std::size_t Count = 0;
    while (!Points.Queue.empty()) {
      std::uint32_t Id = Points.Queue.top().Visit;
      Points.Queue.pop();
      const Visit At = Points.Visits[Id];
      if (!hopeful(At) || !isNew(Points, At.Region, At.Along))
        continue;
      bool IsCallers = All.startNode(At.Region).Kind == NodeKind::Param;
      if (!IsCallers) {
        if (Count++ == Limits.ReportPoints) {
          ++Statistics.CutSearches;
          break;
        }
        searchFrom(Points, Id, wantedAt(Points, Id, Wanted));
      }
      for (const RegionExit &Exit : All.exits(At.Region))
        if (IsCallers || movesReport(Exit) || movesReportToWriters(Exit))
          push(Points, over(Points, Id, Exit));
    }
  }

  void searchFrom(const Search &Points, std::uint32_t Point, GoalSet Wanted) {
    ++Statistics.Searches;
    const Visit Start = Points.Visits[Point];
    Search In;
    push(In, {Start.Region, Start.Along, Start.Cost, None, {}});
    const GoalSet Moved = movedToWriters(In, Wanted);
    std::size_t States = 0, Kept = 0;
    bool IsNamed =
        Graph.Nodes[All.start(sinkOf(Points, Point))].Flags & NF_Named;
    while (!In.Queue.empty() && !Wanted.empty()) {
      std::uint32_t Id = In.Queue.top().Visit;
      In.Queue.pop();
      const Visit At = In.Visits[Id];
      GoalSet Left = Behind->behind(At.Region, At.Along);
      Left &= Wanted;
      removeBarren(At, Left);
      if (Left.empty() || !isNew(In, At.Region, At.Along))
        continue;
      if (States++ == Limits.SearchStates) {
        ++Statistics.CutSearches;
        return;
      }
      GoalSet Here = Behind->originOf(At.Region);
      Here &= Left;
      if (!(Passages::flags(At.Along) & PF_Embedded))
        Here -= Of.needingEmbedding();
      Here.forEach([&](std::size_t Goal) {
        if (accepts(Goal, At.Region, All.start(sinkOf(Points, Point)))) {
          if (!Of.query(Goal).EachOrigin || ++Kept > Limits.OriginsPerSearch)
            Wanted.erase(Goal);
          keep(Goal, Points, Point, In, Id);
        }
      });
      for (const RegionExit &Exit : All.exits(At.Region)) {
        if (!All.isPassable(At.Region, Exit) || (Id == 0 && movesReport(Exit)))
          continue;
        Visit Next = over(In, Id, Exit);
        GoalSet Hope = Behind->behind(Next.Region, Next.Along);
        Hope &= Wanted;
        if (Id == 0 && (isShared(Exit.Target) || leadsToObject(Exit)))
          Hope -= Moved;
        if (IsNamed && All.isElementOfAnyObject(Exit.Target))
          Hope -= Of.boundByNames();
        if (!Hope.empty())
          push(In, Next);
      }
    }
    if (!Wanted.empty())
      markBarren(In, Wanted);
  }

  // Reachability is exact but for literals: whether a query takes one depends
  // on its text and the sink. What a search of this sink went through in vain
  // need not be gone through again from the sink's other report points.
  static std::uint64_t barrenKey(const Visit &At) {
    return std::uint64_t(At.Region) << 1 |
           (Passages::flags(At.Along) & PF_Embedded ? 1 : 0);
  }
  void removeBarren(const Visit &At, GoalSet &Left) const {
    auto It = Barren.find(barrenKey(At));
    if (It != Barren.end())
      Left -= It->second;
  }
  void markBarren(const Search &In, const GoalSet &Missed) {
    // Exits that move the report were left out at the first region; what leads
    // back to it may go on there in another search.
    auto Others = llvm::drop_begin(In.Visits);
    if (llvm::any_of(Others, [&](const Visit &At) {
          return At.Region == In.Visits[0].Region;
        }))
      return;
    for (const Visit &At : Others) {
      GoalSet Here = Missed;
      All.Ways.endGoals(At.Along, Here);
      Barren.try_emplace(barrenKey(At), GoalSet(Of.size())).first->second |=
          Here;
    }
  }

  static RegionId sinkOf(const Search &Points, std::uint32_t Point) {
    while (Points.Visits[Point].Previous != None)
      Point = Points.Visits[Point].Previous;
    return Points.Visits[Point].Region;
  }

  bool accepts(std::size_t Goal, RegionId Origin, NodeId Sink) const {
    const Node &Port = All.startNode(Origin);
    if (Port.Kind != NodeKind::Literal)
      return true;
    const LiteralCondition &Condition = *Of.query(Goal).Literals;
    return !Condition.Accept ||
           Condition.Accept(Graph.Literals[Port.Ref], Graph, Port,
                            Graph.Nodes[Sink]);
  }

  /// Where a reader sees the node; nodes nobody sees are kept apart.
  Place place(NodeId Id) const {
    const Location &Where = Graph.Locations[Graph.Nodes[Id].Location];
    if (!Where.Line)
      return {0, 0, 0, Id};
    return {Where.File, Where.Line, Where.Column, 0};
  }

  void keep(std::size_t Goal, const Search &Points, std::uint32_t Point,
            const Search &In, std::uint32_t Origin) {
    const Visit &Last = In.Visits[Origin];
    std::size_t Query = Of[Goal].Query;
    NodeId Sink = All.start(sinkOf(Points, Point));
    NodeId Report = Of.query(Goal).EachOrigin
                        ? All.start(Last.Region)
                        : All.start(Points.Visits[Point].Region);
    auto [It, New] = Found.try_emplace(
        {Query, Graph.Nodes[Sink].Ref, place(Sink), place(Report)});
    Route &Best = It->second;
    if (!New && Best.Cost <= Last.Cost)
      return;
    Best = Route{};
    Best.Query = Query;
    Best.Cost = Last.Cost;
    Best.Embedded = Passages::flags(Last.Along) & PF_Embedded;
    auto append = [&](const Search &Of, std::uint32_t To, bool WithFirst) {
      std::vector<std::uint32_t> Way;
      for (; To != None; To = Of.Visits[To].Previous)
        Way.push_back(To);
      for (std::uint32_t Id : llvm::reverse(Way)) {
        const Visit &At = Of.Visits[Id];
        if (At.Previous != None)
          Best.Exits.push_back(At.By);
        else if (!WithFirst)
          continue;
        Best.Regions.push_back(At.Region);
      }
    };
    append(Points, Point, true);
    Best.ReportRegion = Best.Regions.size() - 1;
    append(In, Origin, false);
  }

  FlowAnswer describe(const Route &Of) {
    std::vector<PathStep> Backward;
    std::size_t Report = 0;
    StepLink Link;
    for (std::size_t I = 0; I != Of.Regions.size(); ++I) {
      NodeId Start = All.start(Of.Regions[I]);
      std::vector<PathStep> Steps;
      if (I == Of.Exits.size())
        Steps.push_back({Start, Link});
      else
        Steps = All.trace(Of.Regions[I], Of.Exits[I], Link);
      // A region starts with the node at which the one before ended.
      bool Repeated = !Backward.empty() && Backward.back().Node == Start;
      if (I == Of.ReportRegion)
        Report = Backward.size() - Repeated;
      Backward.insert(Backward.end(), Steps.begin() + Repeated, Steps.end());
    }
    // A field stands nowhere; the statement that fills it does.
    if (isShared(Of.Regions[Of.ReportRegion]))
      while (Report + 1 < Backward.size() && !isSeen(Backward[Report].Node))
        ++Report;
    FlowAnswer Answer;
    Answer.Query = Of.Query;
    Answer.Sink = Backward.front().Node;
    Answer.Origin = Backward.back().Node;
    Answer.OriginIsOpen = Graph.Nodes[Answer.Origin].Kind == NodeKind::Param;
    Answer.Embedded = Of.Embedded;
    Answer.ReportStep = Backward.size() - 1 - Report;
    // A step's link tells how its value goes on towards the sink; the reader
    // goes the other way.
    for (std::size_t I = Backward.size(); I-- != 0;) {
      AnswerStep &Step = Answer.Steps.emplace_back();
      Step.Node = Backward[I].Node;
      if (I + 1 == Backward.size())
        continue;
      const StepLink &By = Backward[I + 1].Link;
      Step.Via = By.Kind;
      Step.EntersCall = By.EntersCall;
      Step.LeavesCall = By.LeavesCall;
    }
    return Answer;
  }

  const LinkedGraph &Program;
  const FlowGraph &Graph;
  llvm::ArrayRef<FlowQuery> Queries;
  const SolveLimits &Limits;
  SolveStatistics &Statistics;
  Goals Of;
  Regions All;
  std::unique_ptr<Reachability> Behind;
  /// Of the sink at hand: (region, embedded before) → goals not met behind it.
  llvm::DenseMap<std::uint64_t, GoalSet> Barren;
  std::map<std::tuple<std::size_t, StringId, Place, Place>, Route> Found;
};

} // namespace

std::vector<FlowAnswer> solve(const LinkedGraph &Program,
                              llvm::ArrayRef<FlowQuery> Queries,
                              const SolveLimits &Limits,
                              SolveStatistics *Statistics) {
  SolveStatistics Own;
  return Solver(Program, Queries, Limits, Statistics ? *Statistics : Own).run();
}

} // namespace cppwarden::analysis
