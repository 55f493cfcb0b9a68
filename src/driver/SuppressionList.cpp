#include "driver/SuppressionList.h"
#include "driver/Check.h"
#include "driver/Git.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace cppwarden::driver {
namespace {

bool concernsUs(const report::SuppressionDirective &Directive) {
  return Directive.Kind != report::DirectiveKind::End &&
         (!Directive.IsNolint ||
          llvm::any_of(Directive.Rules, [](const report::SuppressedRule &Rule) {
            return Rule.IsOurs;
          }));
}

void addAges(llvm::MutableArrayRef<ListedSuppression> OfOneFile,
             const Git &Repository) {
  const std::string &File = OfOneFile.front().Directive.Where.File;
  std::vector<std::string> Words = {"blame", "--porcelain"};
  for (const ListedSuppression &Item : OfOneFile) {
    std::string Line = std::to_string(Item.Directive.Where.Line);
    Words.insert(Words.end(), {"-L", Line + "," + Line});
  }
  Words.insert(Words.end(), {"--", File});
  auto Blame = Repository.run(Words);
  if (!Blame) { // no git, no work tree, a file it does not know
    llvm::consumeError(Blame.takeError());
    return;
  }
  auto Days = readBlame(*Blame);
  for (ListedSuppression &Item : OfOneFile)
    if (auto Day = Days.find(Item.Directive.Where.Line); Day != Days.end())
      Item.Since = Day->second;
}

} // namespace

std::map<std::uint32_t, std::chrono::year_month_day>
readBlame(llvm::StringRef Porcelain) {
  // A commit's particulars stand where it is named first.
  std::map<std::string, std::chrono::year_month_day> Times;
  std::map<std::uint32_t, std::string> Commits;
  std::string Commit;
  bool AtHeader = true;
  for (llvm::StringRef Line : llvm::split(Porcelain, '\n')) {
    if (Line.starts_with("\t")) { // the source line ends an entry
      AtHeader = true;
      continue;
    }
    if (AtHeader) {
      llvm::SmallVector<llvm::StringRef> Words;
      Line.split(Words, ' ');
      std::uint32_t Number = 0;
      if (Words.size() < 3 || Words[2].getAsInteger(10, Number))
        continue;
      Commit = Words[0].str();
      if (Words[0].find_first_not_of('0') != llvm::StringRef::npos)
        Commits[Number] = Commit;
      AtHeader = false;
      continue;
    }
    std::int64_t Seconds = 0;
    if (Line.consume_front("author-time ") && !Line.getAsInteger(10, Seconds))
      Times[Commit] = std::chrono::floor<std::chrono::days>(
          std::chrono::sys_seconds(std::chrono::seconds(Seconds)));
  }
  std::map<std::uint32_t, std::chrono::year_month_day> Days;
  for (const auto &[Line, Of] : Commits)
    if (auto Time = Times.find(Of); Time != Times.end())
      Days[Line] = Time->second;
  return Days;
}

llvm::Expected<SuppressionList> listSuppressions(const Project &Project,
                                                 const RunContext &Context) {
  auto Units =
      compileUnits(Project.Plan.Jobs, compileOptions(Project, Context));
  if (!Units)
    return Units.takeError();
  SuppressionList List;
  List.Units = coverage(Project.Plan, *Units);
  std::set<report::SuppressionComment> Comments;
  for (const CompiledUnit &Unit : *Units)
    if (Unit.Object)
      for (const analysis::CommentFact &C : Unit.Object->Comments)
        Comments.insert(
            {C.File, C.Line, C.Column, C.EndLine, C.Text, C.OwnLine});
  for (const report::SuppressionComment &Comment : Comments)
    for (report::SuppressionDirective &Directive :
         report::parseDirectives(Comment))
      if (concernsUs(Directive))
        List.Items.push_back({std::move(Directive), std::nullopt});

  Git Repository(Project.Plan.ProjectRoot);
  for (auto It = List.Items.begin(); It != List.Items.end();) {
    auto End = std::find_if(It, List.Items.end(), [&](const auto &Item) {
      return Item.Directive.Where.File != It->Directive.Where.File;
    });
    addAges({&*It, std::size_t(End - It)}, Repository);
    It = End;
  }
  return List;
}

} // namespace cppwarden::driver
