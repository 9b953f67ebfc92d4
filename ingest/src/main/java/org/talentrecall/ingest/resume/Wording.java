package org.talentrecall.ingest.resume;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.OrganisationNames;
import org.talentrecall.archive.text.Recent;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.archive.vocabulary.Cities;

/** What short pieces of text look like: a company, a title, a department, a school, a degree. */
final class Wording {
    private static final GatedPattern COMPANY = GatedPattern.compile(
            "(?:公司|集团|股份|有限|工厂|制造厂|厂|银行|研究院|研究所|设计院|医院|事务所|商行|洋行|酒店|宾馆|商场|超市|协会|委员会|管理局|民政局|税务局|[\\u4e00-\\u9fa5]{2}局|门诊部|中学|小学|幼儿园|电视台|报社|出版社|杂志社|工作室|总部|合作社|证券|期货|基金|保险|科技|网络|软件|通信|电子|电器|集成|传媒|世界|中心|公园|市场|俱乐部|分所|宾馆|酒楼|饭店|旅行社|日报社|检察院|法院|司法局|航空|物流|租赁|乐园|农场|卫生院|诊所|药房|影视|动漫|文化|教育|物流园|产业园|煤矿|电厂|餐厅|餐馆|茶楼|书店|养殖场|林场|批发站|加油站|供电所|派出所|卫生所|养老院|福利院|大学|学院|学校|分局|支行|分行|人民政府|政府|街道办|街道办事处|管委会|居委会|村委会|组织部|宣传部|纪委|妇联|药店|专卖店|旗舰店|连锁店|便利店|女装|男装|(?:汽修|理发|美容|服装|鞋|花|集合)店|度假村|会所|加工厂|机械|五金|建筑|装饰|服饰|食品|化工|医药|制药|汽车|机电|鞋业|实业|置业|酒业|药业|乳业|纸业|矿业|木业|牧业|物业|家居|地产|贸易|工贸|商贸|纺织|印刷|汽配|生物|能源|环保|新材料|光电|半导体|快递|速运|供应链|置地|校区|分校|晚报|晨报|早报|时报|画报)"
                    + "(?:\\([^)]*\\))?$|\\b(?:inc|ltd|llc|llp|gmbh|ag|corp|corporation|company|co|limited|plc|group|holdings?|technolog(?:y|ies)|bhd|pty|solutions|systems|software|labs?|bank|consulting|partners|industries|international|electronics|pharma(?:ceuticals)?|university|institute|hospital|studios?|networks?|capital|ventures|center|centre|s\\.?a\\.?|b\\.?v\\.?|pte|k\\.?k\\.?)\\.?(?:\\s?\\([^)]*\\))?$");
    private static final GatedPattern SURE_COMPANY = GatedPattern.compile(
            "(?:公司|集团|有限责任|股份|厂|煤矿|银行|研究院|研究所|医院|事务所|商行|局|人民政府|管委会|管理委员会|街道办事处)(?:\\([^)]*\\))?$|\\b(?:inc|ltd|llc|gmbh|bhd|corp|co|limited|plc|group|company)\\.?$");
    private static final GatedPattern TITLE = GatedPattern.compile(
            "(?:经理|主管|总监|[\\u4e00-\\u9fa5]{1,8}[师员]|审计|博士后|导游|总厨|主厨|厨师长|护士长?|医生|干事|法务|跟单|店助|督导|买手|律助|领队|舰长|机长|空乘|船长|大副|教练|产品负责人|董秘|投资人|秘书长|理货|打版|工程师|专员|助理|助教|教师|讲师|老师|教授|会计师?|出纳|设计师|架构师|分析师|规划师|策划师?|咨询师|培训师|管理师|药剂师|医师|律师|厨师|技师|技工|技术员|程序员|操作员|值班员|业务员|销售员|营业员|寻呼员|文员|职员|管理员|采购员|质检员|检验员|测试员?|跟单员?|店员|店长|组长|班长|科长|处长|部长|局长|校长|院长|厂长|主任|队长|课长|所长|站长|行长|司机|秘书|翻译|顾问|代表|总裁|总经理|副总|总工|董事长?|合伙人|创始人|实习生|培训生|管培生|研究员|研究生|研发|开发|运维|编辑|记者|主编|客服|前台|猎头|运营|销售|采购|会计|担当|负责人|策划人|执行人|带头人|专家|领班|主播|店主|业务|技术支持|实施|美工|策划|总监助理|产品|人事|行政|老板|架构|算法|培训|招聘|生产|经纪人|保安|导购|收银|仓管|文控|调度|工人|普工|杂工|装卸工|搬运工|焊工|钳工|车工|铣工|磨工|电工|木工|瓦工|油漆工|水电工|维修工|包装工|缝纫工|叉车工|机修工|学徒工?|炉头|帮厨|面点|保洁|月嫂|护工|企划|公关|网站开发技术|绩效管理|(?:操作|数控|冲压|喷涂|喷漆|打磨|抛光|注塑|模具|线切割|钣金|管道|架子|钢筋|混凝土|抹灰|防水|测量|检修|巡检|镗|刨|锻|配料|化验|检验|质检|分拣|绿化|清洁|环卫|司炉|锅炉|起重|裁剪|整烫|印刷|制冷|安装|装配|挡车|钢结构|切割|折弯|吹膜|压铸|电镀|热处理|点焊|涂装|拉丝)工|调机|编程|镇长|乡长|县长|区长|村长|书记|主席|参谋|连长|排长|民警|辅警|村官|馆长|园长|社长|台长|总厨|行政管家|管家|技师|科技师|首席[\\u4e00-\\u9fa5]{2,6}|见习|兼调机|掌柜|督察|检察官|法官|公务员|协调人|监理|预算|造价|施工|资料|跟单|报关|单证)(?:\\([^)]*\\))?$"
                    + "|\\b(?:engineer|manager|director|developer|analyst|consultant|architect|designer|assistant|associate|officer|lead(?:er)?|head|intern|specialist|representative|scientist|administrator|coordinator|executive|president|founder|supervisor|technician|accountant|planner|programmer|tester|trainee|buyer|partner|ceo|cto|cfo|coo|vp|owner|editor|teacher|researcher|fellow|strategist|recruiter|salesperson|advisor|adviser|controller|secretary|writer|qa|sdet|dba|devops|nurse|professor|solicitor|barrister|attorney|clerk|cashier|receptionist|auditor|copywriter|chef|driver|supervisor|paralegal|statistician|postdoc|merchandiser|bookkeeper|storekeeper|tutor|trainer|translator|interpreter|counsel|staff|principal|chairman|superintendent|inspector|estimator|surveyor|photographer|journalist|producer|writer|lecturer|expert|master|operator|apprentice|barista|waiter|waitress|bartender|cook|baker|carer|caregiver|mechanic|electrician|plumber|welder|labourer|marketer)s?(?:\\s?(?:i{1,3}|iv|\\d))?(?:\\s?\\([^)]*\\))?$"
                    + "|^(?:head|vp|vice president|director|manager|chief|lead) (?:of|for)\\b");
    private static final GatedPattern HOLDS_TITLE = GatedPattern.compile(
            "\\b(?:engineer|manager|director|developer|analyst|consultant|architect|designer|lead|head|specialist|scientist|officer)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final GatedPattern DEPARTMENT = GatedPattern.compile(
            "(?:部|部门|事业部|分部|科|处|室|组|中心|办|总经办|办公室|车间|项目组|大区|区|团队|线|庭|中台|事业群|业务群|病区|所属部队|支部|厂区|分场|工段|班组)(?:\\([^)]*\\))?$|\\b(?:department|dept|division|team|unit|office|group)\\.?$");
    private static final GatedPattern SCHOOL = GatedPattern.compile(
            "(?:大学|学院|学校|书院|中学|高中|党校|技校|专科|职校|卫校|师范|分校|校区|研究生院|中专|[\\u4e00-\\u9fa5]{2}一中)(?:\\([^)]*\\)|\\[[^\\]]*\\])?$|\\b(?:university|college|institute|school|academy|polytechnic|universiti|universitas|universidad|universidade|universita|politeknik|universität|université|hochschule)\\b");
    private static final GatedPattern DEGREE = GatedPattern.compile(
            "(?<degree>(?:博士研究生|博士|硕士研究生|在读硕士研究生|硕士|mba|emba|bba|mphil|ll\\.?b|ll\\.?m|b\\.?com|m\\.?com|m\\.?\\s?pharm|m\\.?\\s?stat\\.?|b\\.?\\s?stat\\.?|b\\.?\\s?pharm|mbbs|b\\.?ed|m\\.?ed|hnd|研究生|双学位|大学本科|统招本科|自考本科|成人本科|本科|学士|大学专科|大专|高级文凭|副学士|专科|高职|中专|中技|职高|高中|初中|技校|大学(?=毕业)|\\b(?:ph\\.?\\s?d\\.?|doctor(?:ate)?|master(?:'s|s)?|m\\.?\\s?sc\\.?|m\\.?\\s?a\\.?|m\\.?\\s?eng\\.?|m\\.?s\\.?|bachelor(?:'s|s)?|b\\.?\\s?sc\\.?|b\\.?\\s?a\\.?|b\\.?\\s?eng\\.?|b\\.?\\s?tech\\.?|m\\.?\\s?tech\\.?|b\\.?s\\.?|b\\.?e\\.?|associate degree|diploma|dipl\\.?(?:-ing\\.?)?|diplom|high school)))(?![a-z])(?:学历|学位|毕业|生|\\s?degree)?");
    private static final Pattern NOISE = Pattern.compile(
            "(?:教育|学习|学历教育|非统招|网络教育|成人教育|成教|夜大|电大|脱产|业余|远程教育|继续教育|民营|民企|外企|民营企业|私营企业|私企|央企|外资企业|合资企业|中外合资|港资|台资|日资|欧美外资|上市企业|政府机关|机关单位|国企|国有企业|外资|合资|股份制|私营|上市公司|事业单位|毕业|肄业|结业|在读|已毕业|统招|非?全日制|自考|函授|外商独资|民营公司|民营/私营公司|全职|兼职|实习|规模.*|\\d+\\s?-\\s?\\d+\\s?人.*|\\d+\\s?人以上|少于\\d+人|.*元/月.*|.*万/年|.*元/年|(?:薪资|薪水|月薪|工资|薪酬)[\\s:]*[\\d面].*|薪资|保密|面议|税前|月薪.*|任职|薪水|\\[?\\s?(?:\\d+\\s?年)?\\s?(?:零?\\d+\\s?个月)?\\s?\\]?|\\d+[.、)）]?|其它|其他|[·•\\-–—|,;:.()\\[\\]]+|\\(?\\d+ years?(?: \\d+ months?)?\\)?|\\(?\\d+ months?\\)?|full[- ]time|part[- ]time|remote|hybrid|on-site|·?\\s?\\d+ (?:yrs?|years?|mos?|months?).*)");
    private static final Pattern COUNTRY = Pattern.compile(
            "中国|中国大陆|china|p\\.?r\\.?c?\\.?(?: china)?|mainland china|usa|uk|[a-z]{2}(?: \\d{5})?|united (?:states|kingdom)|singapore|malaysia|japan|india|germany|france|canada|australia");
    private static final Pattern PLACE_ALONE = Pattern.compile(
            "[\\u4e00-\\u9fa5]{2,9}(?:[-·\\s,，][\\u4e00-\\u9fa5]{2,8}){0,2}|[a-z][a-z ]+(?:,\\s?[a-z. ]+){0,2}");
    private static final GatedPattern LEAD_IN =
            GatedPattern.compile("^(?:(?:毕业)?分配(?:至|到|在)|先后|任职|担任|任|职位|岗位|职务|就职于|任职于|在|于|曾在|曾任|历任|,|:|-)+\\s*");

    private static final int LONGEST_HAN_COMPANY = 40;
    private static final int LONGEST_LATIN_COMPANY = 60;

    /** The pieces of a resume are looked at again and again, as one thing and as another. */
    private static final int SIZE = 1 << 9;

    private static final Recent<Boolean> COMPANIES = new Recent<>(SIZE, Wording::tellsCompany);
    private static final Recent<Boolean> SURE_COMPANIES = new Recent<>(SIZE, Wording::tellsSureCompany);
    private static final Recent<Boolean> TITLES = new Recent<>(SIZE, Wording::tellsTitle);
    private static final Recent<Boolean> DEPARTMENTS = new Recent<>(SIZE, Wording::tellsDepartment);
    private static final Recent<Boolean> SCHOOLS = new Recent<>(SIZE, Wording::tellsSchool);
    private static final Recent<Boolean> PLACES = new Recent<>(SIZE, Wording::tellsPlace);
    private static final Recent<Boolean> NOISES = new Recent<>(SIZE, Wording::tellsNothing);

    private Wording() {}

    static boolean isCompany(String text) {
        return COMPANIES.of(text);
    }

    private static boolean tellsCompany(String text) {
        String folded = TextFolding.foldInPlace(text).strip();
        return folded.length() <= (TextFolding.hasHan(folded) ? LONGEST_HAN_COMPANY : LONGEST_LATIN_COMPANY)
                && COMPANY.matcher(folded).find();
    }

    static boolean isSureCompany(String text) {
        return SURE_COMPANIES.of(text);
    }

    private static boolean tellsSureCompany(String text) {
        return SURE_COMPANY.matcher(TextFolding.foldInPlace(text).strip()).find();
    }

    static boolean isTitle(String text) {
        return TITLES.of(text);
    }

    private static boolean tellsTitle(String text) {
        String folded = TextFolding.foldInPlace(text).strip();
        return folded.length() <= 50
                && TITLE.matcher(folded).find()
                && !SURE_COMPANY.matcher(folded).find();
    }

    /** English titles go on behind the word that tells them: "Lead Engineer MRI". */
    static boolean holdsTitle(String text) {
        return text.length() <= 40
                && !TextFolding.hasHan(text)
                && HOLDS_TITLE.matcher(text).find();
    }

    static boolean isDepartment(String text) {
        return DEPARTMENTS.of(text);
    }

    private static boolean tellsDepartment(String text) {
        String folded = TextFolding.foldInPlace(text).strip();
        return folded.length() <= 25 && DEPARTMENT.matcher(folded).find();
    }

    static boolean isSchool(String text) {
        return SCHOOLS.of(text);
    }

    private static boolean tellsSchool(String text) {
        String folded = TextFolding.foldInPlace(text).strip();
        return folded.length() <= 60
                && !isDegree(text)
                && !folded.startsWith("学历")
                && !folded.contains("培训")
                && (SCHOOL.matcher(folded).find() || folded.length() <= 30 && OrganisationNames.isSchool(text));
    }

    /** The degree said in the text, as written. */
    static Optional<String> degree(String text) {
        GatedPattern.Search matcher = DEGREE.matcher(TextFolding.foldInPlace(text));
        return matcher.find()
                ? Optional.of(text.substring(matcher.start("degree"), matcher.end("degree"))
                        .strip())
                : Optional.empty();
    }

    /** Whether the text is nothing but a degree. */
    static boolean isDegree(String text) {
        String folded = TextFolding.foldInPlace(text).strip().replaceAll("[()\\[\\]]", "");
        GatedPattern.Search matcher = DEGREE.matcher(folded);
        return matcher.find() && matcher.start() == 0 && folded.length() - matcher.end() <= 4;
    }

    /** "上海", "Shanghai, China": where, not who. */
    static boolean isPlace(String text) {
        return PLACES.of(text);
    }

    private static boolean tellsPlace(String text) {
        String folded = TextFolding.foldInPlace(text).strip();
        return !COMPANY.matcher(folded).find()
                && (folded.length() > 2 && COUNTRY.matcher(folded).matches()
                        || folded.length() <= 24
                                && !Cities.find(folded).isEmpty()
                                && PLACE_ALONE.matcher(folded).matches()
                                && isPlace(folded, Cities.find(folded)));
    }

    /** Whether nothing is left beside the places but the name of a district. */
    private static boolean isPlace(String folded, List<String> places) {
        if (!TextFolding.hasHan(folded)) {
            String[] parts = folded.split("\\s*,\\s*");
            return Cities.isName(parts[0])
                    && List.of(parts).subList(1, parts.length).stream()
                            .allMatch(part ->
                                    Cities.isName(part) || COUNTRY.matcher(part).matches());
        }
        String rest = folded;
        for (String place : places) {
            rest = rest.replace(place, "");
        }
        rest = rest.replaceAll("^中国|[省市·,，\\s-]", "");
        return rest.isEmpty() || !Cities.find(rest).isEmpty() || rest.length() <= 4 && rest.matches(".+[区县镇州旗]");
    }

    /** Pieces that name nothing: sizes of companies, forms of employment, pay, signs. */
    static boolean isNoise(String text) {
        return NOISES.of(text);
    }

    private static boolean tellsNothing(String text) {
        return text.isBlank()
                || isPlace(text)
                || NOISE.matcher(TextFolding.foldInPlace(text).strip()).matches();
    }

    static String withoutLeadIn(String text) {
        return LEAD_IN.matcher(text).replaceFirst("").strip();
    }
}
